import type { RuleRow } from '../proposal/rule-row'
import type { RequestState } from './request-states'

const late = { from: ['sent', 'acknowledged', 'returned', 'declined', 'waived'], to: 'filed' } as const

/** 会办: the life of one request. The unit answers by account, by link or on paper; the handler judges the answer. */
export const requestLifecycle = {
  send_request:        { from: ['none'],                                     to: 'sent',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: ['IN_HANDLING', 'WE_ANSWER', 'NOT_YET_ASKED', 'DUE_AHEAD'], isVersioned: false },
  resend_request:      { from: ['declined'],                                 to: 'sent',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: ['IN_HANDLING', 'WE_ANSWER', 'DUE_AHEAD'], isVersioned: false },
  acknowledge_request: { from: ['sent'],                                     to: 'acknowledged', who: { co_handler: 'asked', division_head: 'asked', handler: 'asked', link_holder: 'asked' }, guards: [], isVersioned: false },
  answer_request:      { from: ['sent', 'acknowledged', 'returned'],         to: 'answered',     who: { co_handler: 'asked', division_head: 'asked', handler: 'asked', link_holder: 'asked' }, guards: ['OPINION_GIVEN'], late, isVersioned: false },
  record_paper_opinion:{ from: ['sent', 'acknowledged', 'returned'],         to: 'answered',     who: { registrar: 'bureau', handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: ['ASKED_A_UNIT', 'OPINION_GIVEN', 'PAPER_DAY'], late, isVersioned: false },
  decline_request:     { from: ['sent', 'acknowledged'],                     to: 'declined',     who: { co_handler: 'asked', division_head: 'asked', link_holder: 'asked' }, guards: ['REASON'], isVersioned: false },
  accept_opinion:      { from: ['answered'],                                 to: 'accepted',     who: { handler: 'own', division_head: 'own_division' }, guards: [], isVersioned: false },
  return_opinion:      { from: ['answered'],                                 to: 'returned',     who: { handler: 'own', division_head: 'own_division' }, guards: ['REASON', 'REDO_DAY'], isVersioned: false },
  dispute_opinion:     { from: ['answered'],                                 to: 'disputed',     who: { handler: 'own', division_head: 'own_division' }, guards: ['REASON'], isVersioned: false },
  record_coordination: { from: ['disputed'],                                 to: 'same',         who: { coordinator: 'bureau' }, guards: ['COORDINATION'], isVersioned: false },
  resolve_dispute:     { from: ['disputed'],                                 to: 'resolved',     who: { coordinator: 'bureau' }, guards: ['COORDINATION'], isVersioned: false },
  waive_request:       { from: ['sent', 'acknowledged', 'returned', 'declined'], to: 'waived',   who: { coordinator: 'bureau', division_head: 'own_division' }, guards: ['REASON'], isVersioned: false },
  cancel_request:      { from: ['sent', 'acknowledged', 'returned', 'declined'], to: 'cancelled', who: { handler: 'own', coordinator: 'bureau' }, guards: ['REASON'], isVersioned: false },
  extend_request:      { from: ['sent', 'acknowledged', 'returned'],         to: 'same',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: ['REASON', 'LATER_DAY'], isVersioned: false },
  request_ended:       { from: ['sent', 'acknowledged', 'answered', 'returned', 'declined', 'disputed'], to: 'cancelled', who: { coordinator: 'bureau', registrar: 'bureau' }, guards: ['CARRIED_BY_ENDING'], isVersioned: false },
  urge_request:        { from: ['sent', 'acknowledged', 'returned'],         to: 'same',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: [], isVersioned: false },
  make_opinion_link:   { from: ['sent', 'acknowledged', 'returned'],         to: 'same',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau', registrar: 'bureau' }, guards: ['ASKED_A_UNIT'], isVersioned: false },
  void_opinion_link:   { from: ['sent', 'acknowledged', 'returned'],         to: 'same',         who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau', registrar: 'bureau' }, guards: ['ASKED_A_UNIT'], isVersioned: false },
} as const satisfies Record<string, RuleRow<RequestState>> // prettier-ignore

export type RequestMove = keyof typeof requestLifecycle
