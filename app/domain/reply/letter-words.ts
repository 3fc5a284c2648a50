/** What the letter says around the drafter's own text. One place, for the .docx, the preview and plain reading. */

const emptyToNull = (words: string) => (words === '' ? null : words)

/** 2022-05-09 → 2022年5月9日: Arabic digits without leading zeros (GB/T 9704-2012 7.3.5.4). */
export function letterDateWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 附件说明, a line for each name; numbers only where there are several (GB/T 9704-2012 7.3.4). */
export function attachmentWords(names: readonly string[]): { label: string; number: string; name: string }[] {
  return names.map((name, index) => ({
    label: index === 0 ? '附件：' : '',
    number: names.length > 1 ? `${index + 1}.` : '',
    name,
  }))
}

/** 附注 stands in full-width brackets (GB/T 9704-2012 7.3.6). */
export function contactWords(contact: string | null | undefined): string | null {
  if (!contact) return null
  return /^[（(].*[）)]$/u.test(contact) ? contact : `（${contact}）`
}

/** 抄送：…，…。 (GB/T 9704-2012 7.4.2) */
export const ccWords = (cc: readonly string[]) =>
  emptyToNull(cc.length > 0 ? `抄送：${cc.join('，').replace(/。$/u, '')}。` : '')

export const opennessWords = (openness: string | null | undefined) =>
  openness ? `公开属性：${openness}` : null

/** The last line of 版记: who printed it on the left, when on the right, a tab between them. */
export const printWords = (printed: { by: string; date: string } | null | undefined) =>
  printed ? `${printed.by}\t${letterDateWords(printed.date)}印发` : null
