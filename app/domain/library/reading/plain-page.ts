import { simplified } from './simplified'

/** Offsets into the text as it came, so that a person can be shown where a value stands. */
export type Place = { from: number; to: number }

/**
 * A page in three readings of equal length: `printed` is what stands there, `words` the same in simplified characters, `shape` with
 * half-width signs besides, which the rules read. `at` leads each character back into the source.
 */
export type PlainPage = { source: string; printed: string; words: string; shape: string; at: number[] }

/** A page longer than this is no letter. */
export const maxPageLength = 150_000

const pinyinNote =
  /[(（]\s*[a-zàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü\s]*[àáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü][a-zàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü\s]{0,12}[)）]/iy
const strayTag = /<\s?\/?\s?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?\/?>/iy
const invisible = /[\r\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/
const signs: Record<string, string> = { '\u00a0': ' ', '\u3000': ' ', '\t': ' ', '\u2003': ' ', '\u2002': ' ', '○': '〇', '﹝': '〔', '﹞': '〕' } // prettier-ignore

export function plainPage(source: string): PlainPage {
  const places: number[] = []
  const printed: string[] = []
  const words: string[] = []
  const shape: string[] = []
  for (let at = 0; at < Math.min(source.length, maxPageLength);) {
    const skipped = skippedAt(source, at)
    if (skipped > 0) {
      at += skipped
      continue
    }
    const character = source[at] ?? ''
    printed.push(character)
    words.push(isHan(character) ? simplified(character) : character)
    shape.push(shapeOf(character))
    places.push(at)
    at += 1
  }
  return { source, printed: printed.join(''), words: words.join(''), shape: shape.join(''), at: places }
}

/** How much at this place is no part of the text: a pinyin note, a tag left over, an invisible sign. */
function skippedAt(source: string, at: number): number {
  const character = source[at] ?? ''
  if (invisible.test(character)) return 1
  if (character === '(' || character === '（') return lengthAt(pinyinNote, source, at)
  return character === '<' ? lengthAt(strayTag, source, at) : 0
}

function lengthAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0].length ?? 0
}

function shapeOf(character: string): string {
  const sign = signs[character]
  if (sign) return sign
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if ((code >= 0x2f00 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff))
    return character.normalize('NFKC')
  return isHan(character) ? simplified(character) : character
}

const isHan = (character: string) => character >= '\u3400' && character <= '\u9fff'

export function placeOf({ at }: PlainPage, from: number, to: number): Place {
  const first = at[from] ?? 0
  return { from: first, to: to > from ? (at[to - 1] ?? first) + 1 : first }
}
