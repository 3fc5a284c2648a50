import { dayAlone } from './dates'
import { documentNumberIn } from './document-number'
import type { Line } from './lines'
import { placeOf, type PlainPage } from './plain-page'
import { nothingRead, type BasisFields, type Finding, type Reading, type Warning } from './reading'
import { spamIn } from './spam'
import { traditionalShare } from './traditional'
import { isSpamInName } from './units'

const notAReply: Finding = {
  code: 'NOT_A_REPLY',
  reason: '不是建议提案的答复或会办意见。',
  from: null,
  to: null,
}

/** What is no letter: a policy that replies cite, or nothing of use. */
export function readBasis(page: PlainPage, lines: Line[], before: Finding[]): Reading {
  const spam = spamIn(page, lines)
  const traditional: Finding[] =
    traditionalShare(page) > 0.03
      ? [{ code: 'TRADITIONAL_TEXT', reason: '原文为繁体。', from: null, to: null }]
      : []
  const placed = spam && { ...spam, ...placeOf(page, spam.from ?? 0, spam.to ?? 0) }
  const findings = [...(placed ? [placed] : []), notAReply, ...traditional, ...before]
  const warnings: Warning[] = [
    ...(spam ? ['SPAM_ISSUER' as const] : []),
    'NOT_A_REPLY',
    ...traditional.map(() => 'TRADITIONAL_TEXT' as const),
  ]
  return {
    text: page.source,
    reply: nothingRead(warnings),
    places: {},
    findings,
    references: [],
    basis: basisFields(page, lines),
  }
}

const named = /关于|方案|办法|意见|通知|规定|条例|规划|措施|细则|决定|公告|批复/
const titleEnd = /(?:通知|方案|办法|意见|规定|条例|规划|措施|细则|决定|公告|批复)$/
const shortestPaper = 120

/** What can be offered for a policy's record: its title, its number, its day. Null for a page without a paper in it. */
function basisFields(page: PlainPage, lines: Line[]): BasisFields | null {
  const at = lines.findIndex(({ text }) => named.test(text) && !/[>›»]|首页|网站|位置/.test(text))
  const number = documentNumberIn(page, [], lines.slice(0, Math.max(12, at + 4)))
  const isPaper = number !== null || lines.some(({ text }) => text.length > shortestPaper && /。/.test(text))
  if (at === -1 || !isPaper) return null
  const title = titleFrom(lines.slice(at, at + 3).map(({ text }) => text.replace(/\s+/g, '')))
  const issuer = /^([\u3400-\u9fff]{3,30}(?:办公室|政府|局|厅|委员会|委))关于/.exec(title)?.[1]
  return {
    title,
    documentNumber: number?.value ?? null,
    issuer: issuer !== undefined && !isSpamInName(issuer) ? issuer : null,
    issuedOn: lines.map(({ from, to }) => dayAlone(page.shape, from, to)?.day).find(Boolean) ?? null,
  }
}

function titleFrom(lines: string[]): string {
  const end = lines.findIndex((line) => titleEnd.test(line))
  return lines
    .slice(0, end === -1 ? 1 : end + 1)
    .join('')
    .slice(0, 200)
}
