import type { RuleRow } from '../proposal/rule-row'
import type { ObjectionState } from './states'

/**
 * 退办: a request to the assigning body, never an act of ours (domain.md §11, 4): until it consents the item is ours,
 * handling goes on and no clock stops. After the window only the deputy may raise one.
 */
export const objectionLifecycle = {
  raise_objection:    { from: ['none'],   to: 'raised',    who: { coordinator: 'bureau', deputy: 'bureau' }, guards: ['NOT_ANSWERED', 'NO_OPEN_OBJECTION', 'WINDOW_OPEN', 'REASON', 'PROPOSED_UNIT'], isVersioned: false },
  uphold_objection:   { from: ['raised'], to: 'upheld',    who: { coordinator: 'bureau' }, guards: ['NOT_ANSWERED', 'NOT_MERGED', 'DECISION_DOC'], isVersioned: true },
  reject_objection:   { from: ['raised'], to: 'rejected',  who: { coordinator: 'bureau' }, guards: ['OBJECTION_ANSWER'], isVersioned: false },
  withdraw_objection: { from: ['raised'], to: 'withdrawn', who: { coordinator: 'bureau' }, guards: ['REASON'], isVersioned: false },
  objection_ended:    { from: ['raised'], to: 'withdrawn', who: { coordinator: 'bureau', registrar: 'bureau' }, guards: ['CARRIED_BY_ENDING'], isVersioned: false },
} as const satisfies Record<string, RuleRow<ObjectionState>> // prettier-ignore
