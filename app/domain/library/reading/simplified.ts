import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/** One character at a time, so that a place in the simplified text is the same place in the printed one. */
export function simplified(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const converted = convert(character)
  const after = converted.length === character.length ? converted : character
  known.set(character, after)
  return after
}
