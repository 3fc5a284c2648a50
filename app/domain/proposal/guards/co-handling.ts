import { redoDue } from '../../co-handling/redo-due'
import { isSettledRequest } from '../../co-handling/request-states'
import { isDay, shanghaiDay } from '../../deadlines/day'
import type { Problem } from '../../refusals'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { no, handler, text, type FactGuard, type InputGuard } from './answers'

/** Co-handling. */
export const coHandlingGuards = {
  WE_ANSWER: (f) =>
    f.proposal.handlingRole === 'assist'
      ? no('WE_ANSWER', '本局是会办单位，由主办单位征求意见。', namesOf('coordinator', f))
      : null,
  NOT_YET_ASKED: {
    input: (f) =>
      f.requests.some(
        (r) =>
          r.round === f.proposal.round &&
          r.state !== 'cancelled' &&
          ((r.unitId !== null && r.unitId === f.input.unitId) ||
            (r.divisionId !== null && r.divisionId === f.input.divisionId)),
      )
        ? { field: 'unitId', message: '已请这个单位会办，不必重复。' }
        : null,
  },
  DUE_AHEAD: { input: pastDue },
  REDO_DAY: {
    input: (f) => {
      if (text(f, 'dueOn')) return pastDue(f)
      const today = shanghaiDay(f.now)
      return redoDue(f, today) || (f.request?.dueOn ?? '') >= today
        ? null
        : { field: 'dueOn', message: '规则没有规定重提期限，原期限又已过，请填写新的期限。' }
    },
  },
  LATER_DAY: {
    input: (f) => {
      const day = text(f, 'dueOn')
      const now = f.request?.dueOn ?? ''
      if (isDay(day) && day > now) return pastDue(f)
      return { field: 'dueOn', message: `请填写新的期限，要晚于现在的 ${now}。` }
    },
  },
  ASKED_A_UNIT: (f) =>
    f.request?.unitId
      ? null
      : no('ASKED_A_UNIT', '局内处室用自己的账号办理，不用链接和纸质登记。', namesOf('division_head', f)),
  PAPER_DAY: {
    input: (f) => {
      const day = text(f, 'receivedOn')
      return isDay(day) && day >= f.proposal.receivedOn && day <= shanghaiDay(f.now)
        ? null
        : { field: 'receivedOn', message: `请填写收到日期，在 ${f.proposal.receivedOn} 与今天之间。` }
    },
  },
  OPINION_GIVEN: {
    input: (f) =>
      f.input.isNoObjection === true || text(f, 'text').length > 0
        ? null
        : { field: 'text', message: '请填写会办意见，或选“无不同意见”。' },
  },
  COORDINATION: {
    input: (f) => {
      const day = text(f, 'heldOn')
      if (!isDay(day) || day > shanghaiDay(f.now))
        return { field: 'heldOn', message: '请填写协调日期，不能晚于今天。' }
      if (!text(f, 'people')) return { field: 'people', message: '请写明谁主持、谁参加。' }
      return text(f, 'conclusion') ? null : { field: 'conclusion', message: '请写明协调结论。' }
    },
  },
  NO_OPEN_REQUEST: (f) =>
    f.requests.some((r) => !isSettledRequest(r.state))
      ? no('NO_OPEN_REQUEST', '还有会办没有了结：采纳、免会或取消后才能办结。', handler(f))
      : null,
} satisfies Record<string, FactGuard | InputGuard>

function pastDue(f: Facts): Problem | null {
  const day = text(f, 'dueOn')
  if (!day) return null
  if (!isDay(day)) return { field: 'dueOn', message: '请填写期限，如 2026-03-05，或留空按规则。' }
  return day < shanghaiDay(f.now) ? { field: 'dueOn', message: '会办期限不能早于今天。' } : null
}
