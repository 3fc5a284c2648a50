import type { RuleRow } from '../proposal/rule-row'
import type { RequestState } from './request-states'

/** 会办: the life of one request. The unit answers with its own account; the handler judges the answer. */
export const requestLifecycle = {
  send_request:        { from: ['none'],                                     to: 'sent',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: ['IN_HANDLING', 'WE_ANSWER', 'NOT_YET_ASKED'], isVersioned: false },
  acknowledge_request: { from: ['sent'],                                     to: 'acknowledged', who: { co_handler: 'asked', division_head: 'asked', handler: 'asked' }, guards: [], isVersioned: false },
  answer_request:      { from: ['sent', 'acknowledged', 'returned'],         to: 'answered',     who: { co_handler: 'asked', division_head: 'asked', handler: 'asked' }, guards: ['OPINION_GIVEN'], isVersioned: false },
  decline_request:     { from: ['sent', 'acknowledged'],                     to: 'declined',     who: { co_handler: 'asked', division_head: 'asked' }, guards: ['REASON'], isVersioned: false },
  accept_opinion:      { from: ['answered'],                                 to: 'accepted',     who: { handler: 'own', division_head: 'own_division' }, guards: [], isVersioned: false },
  return_opinion:      { from: ['answered'],                                 to: 'returned',     who: { handler: 'own', division_head: 'own_division' }, guards: ['REASON'], isVersioned: false },
  dispute_opinion:     { from: ['answered'],                                 to: 'disputed',     who: { handler: 'own', division_head: 'own_division' }, guards: ['REASON', 'COORDINATION'], isVersioned: false },
  resolve_dispute:     { from: ['disputed'],                                 to: 'resolved',     who: { coordinator: 'bureau' }, guards: ['COORDINATION'], isVersioned: false },
  waive_request:       { from: ['sent', 'acknowledged', 'returned', 'declined'], to: 'waived',   who: { coordinator: 'bureau', division_head: 'own_division' }, guards: ['REASON'], isVersioned: false },
  cancel_request:      { from: ['sent', 'acknowledged', 'returned', 'declined'], to: 'cancelled', who: { handler: 'own', coordinator: 'bureau' }, guards: ['REASON'], isVersioned: false },
  urge_request:        { from: ['sent', 'acknowledged', 'returned'],         to: 'same',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: [], isVersioned: false },
} as const satisfies Record<string, RuleRow<RequestState>> // prettier-ignore

export type RequestMove = keyof typeof requestLifecycle
