import { amountWords } from '../../deadlines/deadline-words'
import { isDay, shanghaiDay } from '../../deadlines/day'
import { columnOfFact, recordedFacts, recordedFactWords } from '../../deadlines/recorded-facts'
import { openDeadlines, roomFor, ruleOfDeadline } from '../../deadlines/recount'
import { isHandoverDay } from '../../intake/registration'
import type { Problem } from '../../refusals'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { needs, no, text, type FactGuard, type InputGuard } from './answers'

const openPause = (f: Facts) => f.pauses.find((p) => p.resumedOn === null)

const named = (f: Facts) => openDeadlines(f).find((d) => d.id === f.input.deadlineId)

const isFuture = (f: Facts, day: string) => day > shanghaiDay(f.now)

/** 延期, 暂停, 恢复, 更正日期. */
export const clockGuards = {
  APPROVAL_DOC: needs('approvalDocument', '请填写批准文件的名称或文号。'),
  DEADLINE_EXTENSIBLE: {
    input: (f) => {
      const deadline = named(f)
      return deadline && roomFor(f, deadline)
        ? null
        : { field: 'deadlineId', message: '请选择一项还在办的期限；固定日期不能延期。' }
    },
  },
  NOT_EXTENDED: {
    input: (f) =>
      f.extensions.some((e) => e.deadlineId === f.input.deadlineId)
        ? { field: 'deadlineId', message: '这项期限已有延期。要改延多少，请先撤销延期再办。' }
        : null,
  },
  WITHIN_CAP: { input: capProblem },
  EXTENDED: (f) =>
    openDeadlines(f).some((d) => f.extensions.some((e) => e.deadlineId === d.id))
      ? null
      : no('EXTENDED', '没有在用的延期。', namesOf('coordinator', f)),
  EXTENSION_NAMED: {
    input: (f) => {
      const meant = f.extensions.find((e) => e.id === f.input.extensionId)
      return openDeadlines(f).some((d) => d.id === meant?.deadlineId)
        ? null
        : { field: 'extensionId', message: '请选择要撤销的延期。' }
    },
  },
  NOT_PAUSED: (f) =>
    openPause(f)
      ? no('NOT_PAUSED', `计时已自 ${openPause(f)?.pausedOn} 起暂停。`, namesOf('coordinator', f))
      : null,
  PAUSED: (f) => (openPause(f) ? null : no('PAUSED', '计时没有暂停。', namesOf('coordinator', f))),
  PAUSE_DAY: {
    input: (f) => {
      const day = text(f, 'pausedOn')
      if (!isDay(day) || isFuture(f, day))
        return { field: 'pausedOn', message: '请填写暂停日期，不能晚于今天。' }
      return day < f.proposal.assignedOn
        ? { field: 'pausedOn', message: `不能早于交办日期 ${f.proposal.assignedOn}。` }
        : null
    },
  },
  RESUME_DAY: {
    input: (f) => {
      const day = text(f, 'resumedOn')
      const since = openPause(f)?.pausedOn ?? ''
      if (!isDay(day) || isFuture(f, day))
        return { field: 'resumedOn', message: '请填写恢复日期，不能晚于今天。' }
      return day < since ? { field: 'resumedOn', message: `不能早于暂停日期 ${since}。` } : null
    },
  },
  CLOCK_RUNS: (f) =>
    openPause(f)
      ? no(
          'CLOCK_RUNS',
          `计时已自 ${openPause(f)?.pausedOn} 起暂停，恢复以后才能印发。`,
          namesOf('coordinator', f),
        )
      : null,
  FACT_CORRECTED: { input: factProblem },
} satisfies Record<string, FactGuard | InputGuard>

/** The profile's longest amount holds over base and extension together. */
function capProblem(f: Facts): Problem | null {
  const deadline = named(f)
  const room = deadline ? roomFor(f, deadline) : null
  if (!deadline || !room) return null
  const { unit, base, most } = room
  const amount = Number(f.input.amount)
  const { name } = ruleOfDeadline(f, deadline)
  if (!Number.isInteger(amount) || amount < 1)
    return { field: 'amount', message: `请填写延多少，填整数，按“${amountWords(1, unit)}”计。` }
  if (most === null || base + amount <= most) return null
  const left = Math.max(0, most - base)
  return {
    field: 'amount',
    message: `${name}最长 ${amountWords(most, unit)}，本件已有 ${amountWords(base, unit)}，${left > 0 ? `最多再延 ${amountWords(left, unit)}` : '不能再延'}。`,
  }
}

function factProblem(f: Facts): Problem | null {
  const fact = recordedFacts.find((known) => known === f.input.fact)
  if (!fact) return { field: 'fact', message: '请选择要更正的日期。' }
  const name = recordedFactWords[fact]
  const day = text(f, 'day')
  if (!isHandoverDay(day)) return { field: 'day', message: `请填写正确的${name}，如 2026-03-05。` }
  if (isFuture(f, day)) return { field: 'day', message: `${name}不能晚于今天。` }
  if (day === f.proposal[columnOfFact[fact]])
    return { field: 'day', message: `登记的${name}就是这一天，不必更正。` }
  const assignedOn = fact === 'assigned' ? day : f.proposal.assignedOn
  const receivedOn = fact === 'received' ? day : f.proposal.receivedOn
  if (assignedOn <= receivedOn) return null
  const other = fact === 'assigned' ? `收到日期 ${receivedOn}` : `交办日期 ${assignedOn}`
  return { field: 'day', message: `收到日期不能早于交办日期；现登记的${other}。` }
}
