import type { Track } from '../proposal/words-of-the-trade'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/**
 * 1 to 99 as meetings count them: 五, 十, 十二, 二十, 二十一.
 * @throws RangeError outside that range
 */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no term or session: ${n}`)
  const tens = Math.floor(n / 10)
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return `${head}${digits[n % 10]}`
}

/** 五届五次 */
export const termAndSession = (term: number, session: number) =>
  `${chineseNumber(term)}届${chineseNumber(session)}次`

export type Meeting = {
  /** 省, 市, 区 … as titles shorten the place. */
  placePrefix: string
  track: Track
  term: number
  session: number
}

/** As titles name a meeting: “市政协五届五次会议”, “市五届人大三次会议”. */
export function meetingPhrase({ placePrefix, track, term, session }: Meeting): string {
  if (track === 'cppcc') return `${placePrefix}政协${termAndSession(term, session)}会议`
  return `${placePrefix}${chineseNumber(term)}届人大${chineseNumber(session)}次会议`
}
