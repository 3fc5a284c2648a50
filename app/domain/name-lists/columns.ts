/** By which words a list heads each of its columns; a head that is none of them is left out. */
export type HeadWords<F extends string> = Readonly<Record<F, readonly string[]>>

/** A head as it is compared: half width, without blanks and what stands in brackets. */
const bare = (head: string) =>
  head
    .normalize('NFKC')
    .replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replaceAll(/[\s*:：、/]/g, '')

/** Which column holds which field, each once. */
export function columnsOf<F extends string>(heads: readonly string[], words: HeadWords<F>): Map<F, number> {
  const found = new Map<F, number>()
  for (const [column, head] of heads.entries()) {
    const field = (Object.keys(words) as F[]).find((f) => words[f].includes(bare(head)))
    if (field !== undefined && !found.has(field)) found.set(field, column)
  }
  return found
}

/** The row of heads: of the first rows the one with most heads that are known; null where none is. */
export function headRowOf<F extends string>(
  rows: readonly (readonly string[])[],
  words: HeadWords<F>,
): number | null {
  const known = rows.slice(0, 20).map((cells) => columnsOf(cells, words).size)
  const most = Math.max(0, ...known)
  return most === 0 ? null : known.indexOf(most)
}

/** One line of text as printed: no line breaks, single blanks, and no blank inside a Chinese name. */
export const lineOf = (cell: string | undefined) =>
  (cell ?? '')
    .normalize('NFC')
    .replaceAll(/[\s\u3000]+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()

/** 第七届, 七届, 7 → 7; null for what is no term. */
export function termOf(text: string): number | null {
  const said = /^第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})届?(?:.*次)?$/.exec(
    lineOf(text).normalize('NFKC'),
  )?.[1]
  if (said === undefined) return null
  if (/^\d+$/.test(said)) return Number(said) || null
  const digit = (c: string | undefined) => (c ? '一二三四五六七八九'.indexOf(c) + 1 : 0)
  const [tens, ones] = said.includes('十') ? said.split('十') : [null, said]
  if (tens === null) return said.length === 1 ? digit(said) || null : null
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}
