import type { Track } from '../../proposal/words-of-the-trade'

export type KnownMeeting = { id: string; track: Track; term: number; session: number }

const digits = '零一二三四五六七八九'

/** 五, 十二, 二十一, 5 → a number; null for none */
function numberOf(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const tens = text.indexOf('十')
  if (tens < 0) return text.length === 1 && digits.includes(text) ? digits.indexOf(text) : null
  const head = tens === 0 ? 1 : digits.indexOf(text.slice(0, tens))
  const tail = tens === text.length - 1 ? 0 : digits.indexOf(text.slice(tens + 1))
  return head < 1 || tail < 0 ? null : head * 10 + tail
}

const found =
  /([\d零一二三四五六七八九十]{1,3})\s*届[^次\d零一二三四五六七八九十]{0,8}([\d零一二三四五六七八九十]{1,3})\s*次/

/** The meeting a cell names: 五届五次, 市政协七届四次会议, 市五届人大三次会议. Null for one that is not kept here. */
export function meetingNamed(
  text: string,
  track: Track,
  meetings: readonly KnownMeeting[],
): KnownMeeting | null {
  const match = found.exec(text.normalize('NFKC'))
  const term = numberOf(match?.[1] ?? '')
  const session = numberOf(match?.[2] ?? '')
  return meetings.find((m) => m.track === track && m.term === term && m.session === session) ?? null
}
