import { dayAlone } from './dates'
import { documentNumberIn } from './document-number'
import type { Line } from './lines'
import { placeOf, type PlainPage } from './plain-page'
import { nothingRead, type Finding, type Reading, type Warning } from './reading'
import { spamIn } from './spam'
import { traditionalShare } from './traditional'

const notAReply: Finding = {
  code: 'NOT_A_REPLY',
  reason: '不是建议提案的答复或会办意见。',
  from: null,
  to: null,
}

/** What is no letter: a policy that replies cite, or nothing of use. */
export function readBasis(page: PlainPage, lines: Line[], before: Finding[]): Reading {
  const spam = spamIn(page, lines)
  const traditional: Finding[] = traditionalShare(page) > 0.03 ? [{ code: 'TRADITIONAL_TEXT', reason: '原文为繁体。', from: null, to: null }] : []
  const placed = spam && { ...spam, ...placeOf(page, spam.from ?? 0, spam.to ?? 0) }
  const findings = [...(placed ? [placed] : []), notAReply, ...traditional, ...before]
  const warnings: Warning[] = [...(spam ? ['SPAM_ISSUER' as const] : []), 'NOT_A_REPLY', ...traditional.map(() => 'TRADITIONAL_TEXT' as const)]
  return { text: page.source, reply: nothingRead(warnings), places: {}, findings, references: [] }
} // prettier-ignore

export type BasisFields = {
  title: string
  documentNumber: string | null
  issuer: string | null
  issuedOn: string | null
}

/** What can be offered for a policy's record: its title, its number, its day. */
export function basisFields(page: PlainPage, lines: Line[]): BasisFields {
  const at = lines.findIndex(({ text }) => /关于|方案|办法|意见|通知|规定|条例|规划|措施|细则|决定/.test(text))
  const head = lines.slice(0, Math.max(12, at + 4))
  const day = lines.map(({ from, to }) => dayAlone(page.shape, from, to)?.day).find(Boolean) ?? null
  const titleLines = at === -1 ? lines.slice(0, 1) : lines.slice(at, at + 3)
  const end = titleLines.findIndex(({ text }) => /(?:通知|方案|办法|意见|规定|条例|规划|措施|细则|决定|公告|批复)$/.test(text))
  const title = titleLines.slice(0, end === -1 ? 1 : end + 1).map(({ text }) => text.replace(/\s+/g, '')).join('').slice(0, 200)
  const number = documentNumberIn(page, [], head)
  const issuer = /^([\u3400-\u9fff]{3,30}(?:办公室|政府|局|厅|委员会|委))关于/.exec(title)?.[1] ?? null
  return { title, documentNumber: number?.value ?? null, issuer, issuedOn: day }
} // prettier-ignore
