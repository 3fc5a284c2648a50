import type { PlainPage } from './plain-page'

/** How far a reading can be trusted without looking: printed beside its label, read by a rule, or merely likely. */
export type Confidence = 'labelled' | 'read' | 'likely'

/** A value and where it stands in the page's readings. */
export type Found<T = string> = { value: T; from: number; to: number; confidence: Confidence }

/** The words between two places, white space inside joined, since sites break lines anywhere. */
export const wordsOf = (page: PlainPage, from: number, to: number) =>
  page.words.slice(from, to).replace(/\s+/g, '')

/** The rules read simplified characters; what is kept is what was printed. */
export function asPrinted(page: PlainPage, { value, from, to }: Found): string {
  return wordsOf(page, from, to) === value ? page.printed.slice(from, to).replace(/\s+/g, '') : value
}

export function found(page: PlainPage, from: number, to: number, confidence: Confidence = 'read'): Found {
  const [start, end] = trimmed(page.shape, from, to)
  return { value: wordsOf(page, start, end), from: start, to: end, confidence }
}

export function trimmed(shape: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(shape[start] ?? '')) start += 1
  while (end > start && /\s/.test(shape[end - 1] ?? '')) end -= 1
  return [start, end]
}

/** The parts of a list, each with its own place. */
export function parts(page: PlainPage, from: number, to: number, between: RegExp): Found[] {
  const listed: Found[] = []
  let start = from
  for (const match of page.shape.slice(from, to).matchAll(new RegExp(between, 'g'))) {
    listed.push(found(page, start, from + match.index))
    start = from + match.index + match[0].length
  }
  listed.push(found(page, start, to))
  return listed.filter(({ value }) => value !== '')
}
