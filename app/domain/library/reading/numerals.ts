const digits = '〇一二三四五六七八九'

/** 十四 → 14, 二十 → 20, 14 → 14. Terms and sessions stay below 100. */
export function numberOf(words: string): number | null {
  const plain = words.replace(/[零0○]/g, '〇')
  if (/^\d+$/.test(words)) return Number(words)
  const ten = plain.indexOf('十')
  if (ten === -1)
    return Array.from(plain).every((one) => digits.includes(one)) && plain !== ''
      ? Number(digitsOf(plain))
      : null
  const tens = ten === 0 ? 1 : digits.indexOf(plain[ten - 1] ?? '')
  const ones = ten === plain.length - 1 ? 0 : digits.indexOf(plain[ten + 1] ?? '')
  return tens < 0 || ones < 0 ? null : tens * 10 + ones
}

/** 二〇一二 → 2012: each character one figure. */
export const digitsOf = (words: string): string =>
  Array.from(words.replace(/[零○0]/g, '〇'), (one) =>
    digits.includes(one) ? digits.indexOf(one) : one,
  ).join('')

/** As it stands in patterns. */
export const numeral = '[〇零一二三四五六七八九十百\\d]'
