import { isSettledRequest } from '../../co-handling/request-states'
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
  OPINION_GIVEN: {
    input: (f) =>
      f.input.isNoObjection === true || text(f, 'text').length > 0
        ? null
        : { field: 'text', message: '请填写会办意见，或选“无不同意见”。' },
  },
  NO_OPEN_REQUEST: (f) =>
    f.requests.some((r) => !isSettledRequest(r.state))
      ? no('NO_OPEN_REQUEST', '还有会办没有了结：采纳、免会或取消后才能办结。', handler(f))
      : null,
} satisfies Record<string, FactGuard | InputGuard>
