const fullWidth = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
  ['(', '（'],
  [')', '）'],
])

const chinese = /[\p{Script=Han}\u2014\u2018-\u201D\u2026\u3000-\u303F\uFF00-\uFFEF]/u

const address = /(?:[a-z][a-z\d+.-]*:\/\/|www\.|[\w.-]+@)[\x21-\x7E]+/giu
/** Punctuation after a web address belongs to the sentence. */
const tail = /[,;:!?)]+$/u

/** The places inside web and mail addresses, where punctuation is part of the name. */
function placesOfAddresses(text: string): Set<number> {
  const places = new Set<number>()
  for (const found of text.matchAll(address)) {
    const end = found.index + found[0].replace(tail, '').length
    for (let at = found.index; at < end; at += 1) places.add(at)
  }
  return places
}

/** Each bracket's partner, both ways. */
function bracketPairs(characters: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  characters.forEach((character, at) => {
    if (character === '(') open.push(at)
    const partner = character === ')' ? open.pop() : undefined
    if (partner !== undefined) pairs.set(at, partner).set(partner, at)
  })
  return pairs
}

/**
 * Web pages give `, : ; ( )` where an official text has “，：；（）”. Beside Chinese they become full width, a bracket
 * takes its partner along, and figures (101.5%, 2017-2018, 10:34) and addresses stay as they are.
 */
export function withFullWidthPunctuation(text: string): string {
  const characters = text.split('')
  const kept = placesOfAddresses(text)
  const besideChinese = (at: number) =>
    !kept.has(at) && (chinese.test(characters[at - 1] ?? '') || chinese.test(characters[at + 1] ?? ''))
  const pairs = bracketPairs(characters)
  return characters
    .map((character, at) => {
      const wide = fullWidth.get(character)
      if (wide === undefined) return character
      const partner = pairs.get(at)
      return besideChinese(at) || (partner !== undefined && besideChinese(partner)) ? wide : character
    })
    .join('')
}
