import type { Awaited } from '~/domain/desk/read-awaited.server'
import type { Task } from '~/domain/desk/read-desk.server'
import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { shortDay, shortInstant } from '~/ui/dates'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { numberWords, sessionKindWords } from '~/ui/words'
import type { AwaitedLine } from './awaited-card'
import { taskWords } from './task-words'

export type DeskFilter = 'late' | 'soon' | null

export const deskFilter = (asked: string | null): DeskFilter =>
  asked === 'late' || asked === 'soon' ? asked : null

export const countTasks = (tasks: readonly Task[]) => ({
  all: tasks.length,
  late: tasks.filter((t) => t.clock?.left.kind === 'late').length,
  soon: tasks.filter((t) => t.clock?.left.kind === 'soon').length,
})

export const shownTasks = (tasks: readonly Task[], filter: DeskFilter) =>
  filter === null ? tasks : tasks.filter((t) => t.clock?.left.kind === filter)

/** 建议 · 闭会 · 会办 · 第0217号 */
export function aboutWords(row: ProposalRow): string {
  const session = row.sessionKind === 'off_session' ? [sessionKindWords.off_session] : []
  const role = row.handlingRole === 'assist' ? [handlingRoleWords.assist] : []
  const objected = row.isObjected ? ['退办待复'] : []
  return [trackWords[row.track], ...session, ...role, `第${row.officialNo}号`, ...objected].join(' · ')
}

export type TaskLine = ReturnType<typeof taskLine>

/** A task as one row: 剩 1 个工作日，会办意见，第0217号，催办市财政局. */
export function taskLine({ kind, row, clock, reason }: Task) {
  const words = taskWords[kind]
  return {
    id: `${row.registerNo} ${kind}`,
    tone: clock?.left.kind ?? ('ok' as const),
    left: clock?.left.words ?? '没有期限',
    provisional: clock?.isProvisional ?? false,
    clock: clock ? `${shortDay(clock.dueOn)} ${clock.name}` : '',
    href: paths.proposal(row.registerNo),
    title: row.subject,
    about: aboutWords(row),
    todo: words.todo(row),
    waits: words.waits?.(row),
    action: words.action,
    actionHref: words.href(row.registerNo),
    isUrgent: clock?.left.kind === 'late' || clock?.left.kind === 'soon',
    reason,
  }
}

const fixedTurns = { opinion: '的会办意见', signature: '签发', issue: '编号印发' } as const

const turnWords = (a: Awaited) => (a.kind === 'step' ? (a.duty === a.who ? '' : a.duty) : fixedTurns[a.kind])

export function awaitedLine(a: Awaited): AwaitedLine {
  const number = numberWords(a.officialNo, a.track)
  const isOpinion = a.kind === 'opinion'
  const notes = [
    a.urgedTimes > 0 ? `已催 ${a.urgedTimes} 次` : '',
    a.isReturned ? '退回补充' : '',
    a.since ? `${shortInstant(a.since)} 送到` : '',
  ]
  return {
    id: a.id,
    href: paths.tab(a.registerNo, isOpinion ? 'co-handling' : 'clearance'),
    who: a.who,
    what: turnWords(a),
    about: [number, ...notes.filter(Boolean)].join(' · '),
    due: a.clock ? { tone: a.clock.left.kind, day: shortDay(a.clock.dueOn) } : null,
  }
}

/** What nobody in the division has signed for, as one line of the card. */
export const poolLine = (row: ProposalRow) => ({
  id: row.id,
  href: paths.proposal(row.registerNo),
  title: row.subject,
  about: aboutWords(row),
  due: row.clock ? { tone: row.clock.left.kind, left: row.clock.left.words } : null,
})
