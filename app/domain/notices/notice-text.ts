import { trackWords } from '../proposal/words'
import type { Track } from '../proposal/words-of-the-trade'
import { noticeKindWords, type NoticeKind } from './kinds'
import type { Place } from './told'

type Item = { registerNo: string; officialNo: string; track: Track }

/** “2026-0017（第0217号提案）：已分到您的处室”. Never a subject, a person or what was written: mail leaves the house. */
export const lineOf = (item: Item, line: string): string =>
  `${item.registerNo}（第${item.officialNo}号${trackWords[item.track]}）：${line}。`

/** The page a notice leads to, for the bureau's people or for the unit asked. */
export function hrefOf(place: Place, registerNo: string, unitRequestId: string | null): string {
  if (unitRequestId) return `/asked/${unitRequestId}`
  const number = encodeURIComponent(registerNo)
  if (place === 'approval') return `/approvals/${number}`
  return place === '' ? `/proposals/${number}` : `/proposals/${number}/${place}`
}

export type Mail = { subject: string; text: string }

const foot = ['', '这封邮件由建议提案办理系统自动发出，请勿直接回复；详情请登录系统查看。']

const linkOf = (origin: string | null, href: string) => (origin ? `${origin}${href}` : '')

type Told = { kind: NoticeKind; line: string; href: string }

/** One notice as a mail. */
export const mailOf = (bureau: string, notice: Told, origin: string | null): Mail => ({
  subject: `【${bureau}】${noticeKindWords[notice.kind]}：${notice.line}`,
  text: [notice.line, linkOf(origin, notice.href), ...foot].filter((l, i) => l || i > 1).join('\n'),
})

/** The day's notices as one mail. */
export const digestOf = (bureau: string, notices: readonly Told[], origin: string | null): Mail => ({
  subject: `【${bureau}】建议提案办理汇总，${notices.length} 条`,
  text: [
    ...notices.map((n, i) => [`${i + 1}. ${n.line}`, linkOf(origin, n.href)].filter(Boolean).join('\n   ')),
    ...foot,
  ].join('\n'),
})

/** One notice as a text message. */
export const smsOf = (bureau: string, notice: Told): string => `【${bureau}】${notice.line}`
