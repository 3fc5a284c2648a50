/** What stands in the text until the signature fills it (design.md §3, rule 4). */
export const signOffPlaceholder = '【审签后生成】'

/**
 * The sentence as letters print it, with or without the bureau's short name before the person.
 * The full stop after it is the drafter's and stays text.
 */
const sentence = /此(?:复函|答复函|答复)已经.{1,30}?(?:局长|厅长|主任|副局长|副厅长|委员|书记)审签/u

/** Wider than the sentence: a claim with another spelling or office must not slip into a letter. */
const claim = /此[^。，,；;！？]{0,6}已?经[^。；;！？]{1,40}?审签/u

const unseen = /[\s\u00AD\u200B-\u200D]/gu

export type Span = { start: number; end: number }

/** Where the first sign-off sentence, or the mark that stands for it, lies in a line of text. */
export function findSignOff(line: string): Span | null {
  const mark = line.indexOf(signOffPlaceholder)
  const typed = sentence.exec(line)
  if (mark !== -1 && (!typed || mark < typed.index))
    return { start: mark, end: mark + signOffPlaceholder.length }
  return typed ? { start: typed.index, end: typed.index + typed[0].length } : null
}

/** The words by which a text says that somebody signed it, or null. Spaces between the characters hide nothing. */
export function signOffClaim(text: string): string | null {
  return claim.exec(text.replaceAll(unseen, ''))?.[0] ?? null
}
