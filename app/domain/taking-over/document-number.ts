export type NumberOfOurs = { code: string; year: number; seq: number }

const bracketed = /[[(【{〔﹝［（]\s*(\d{4})\s*[\])】}〕﹞］）]/

/** 云科函[2026] 17号 → 云科函〔2026〕17号, as GB/T 9704-2012 7.2.5 writes it. */
export const documentNumberOf = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(bracketed, '〔$1〕')
    .replace(/〔(\d{4})〕第?0*(\d+)号?$/, '〔$1〕$2号')

/** What of a number a series counts with; null where it is written otherwise. */
export function partsOf(documentNumber: string): NumberOfOurs | null {
  const found = /^(.{1,30})〔(\d{4})〕(\d{1,7})号$/.exec(documentNumber)
  return found ? { code: found[1] ?? '', year: Number(found[2]), seq: Number(found[3]) } : null
}
