/** What a letter says, as far as drawing it needs; the rules' LetterContent fits. Before the signature number and date are null. */
export type LetterText = {
  issuer: string
  docNo?: string | null | undefined
  /** White space in it is where its lines may part. */
  title: string
  outcomeMark?: string | null | undefined
  openness?: string | null | undefined
  salutation: string
  body: readonly LetterParagraph[]
  attachments?: readonly string[] | undefined
  signatory: string
  date?: string | null | undefined
  sealed?: boolean | undefined
  contact?: string | null | undefined
  cc?: readonly string[] | undefined
  printed?: { by: string; date: string } | null | undefined
}

export type LetterParagraph = { level: 0 | 1 | 2 | 3 | 4; text: string }

/** A second level runs into its text: 楷体 up to the first 。, the rest 仿宋 (letter-format: body). */
export function headingAndText(text: string): { heading: string; rest: string } {
  const stop = text.indexOf('。')
  const end = stop === -1 ? text.length : stop + 1
  return { heading: text.slice(0, end), rest: text.slice(end) }
}

/** The lines of a title as its drafter parted them. A space beside Latin letters is a space. */
export const titleLines = (title: string) => title.split(/\n|(?<=[^!-~\s])\s+(?=[^!-~\s])/u)
