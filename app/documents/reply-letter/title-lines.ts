import { widthInCharacters } from './measures'

/** 2号 is 22 pt: twenty characters on a line of 442 pt. */
const charactersInLine = 20

const fits = (text: string) => widthInCharacters(text.trimEnd()) <= charactersInLine

/** Where a sense group ends: a space somebody set, else after “…关于”, where the issuer's name is done. */
const breaks = [/(?<= )(?=\S)/u, /(?<=关于)/u]

/** A title too long for one line is parted at a sense group (GB/T 9704-2012 7.3.1), where that makes lines that fit. */
export function titleLines(title: string): string[] {
  if (fits(title)) return [title]
  const parted = breaks
    .map((place) => title.split(place))
    .find((parts) => parts.length > 1 && parts.every(fits))
  return parted ?? [title]
}
