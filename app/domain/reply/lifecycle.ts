import type { RuleRow } from '../proposal/rule-row'
import type { ReplyState } from './states'

const readyToClear = [
  'ASKS_COVERED', 'CONTACT_LOGGED', 'CO_OPINIONS_SETTLED', 'DISPUTES_RESOLVED', 'OUTCOME_CLASS', 'COMMITMENTS_OK',
  'FIELDS_FILLED', 'NO_BLOCKING_FINDING', 'OPENNESS_PROPOSED', 'HOLDERS_PRESENT', 'NO_MERGED_LETTERS', 'LIAISON_KNOWN',
] as const // prettier-ignore

/** The reply's life. design.md §3; the proposal must be in handling for a reply or an opinion. */
export const replyLifecycle = {
  start_reply:             { from: ['none'],                   to: 'drafting',  who: { handler: 'own' }, guards: ['IN_HANDLING', 'NO_OPEN_REPLY', 'NOT_LED'], isVersioned: false },
  save_draft:              { from: ['drafting'],               to: 'same',      who: { handler: 'own' }, guards: [], isVersioned: false },
  submit_for_clearance:    { from: ['drafting'],               to: 'clearance', who: { handler: 'own' }, guards: readyToClear, assist: { guards: ['FIELDS_FILLED', 'NO_BLOCKING_FINDING', 'LEAD_UNIT_SET', 'HOLDERS_PRESENT', 'NO_MERGED_LETTERS'] }, isVersioned: true },
  approve_step:            { from: ['clearance'],              to: 'same',      who: { division_head: 'step', office_reviewer: 'step', secrecy_reviewer: 'step', openness_reviewer: 'step', deputy: 'step' }, guards: ['MY_TURN', 'HASH_MATCH', 'NOT_DRAFTER'], isVersioned: false },
  skip_step:               { from: ['clearance'],              to: 'same',      who: { coordinator: 'bureau' }, guards: ['REASON', 'STEP_SKIPPABLE'], isVersioned: true },
  return_for_amendment:    { from: ['clearance'],              to: 'drafting',  who: { division_head: 'step', office_reviewer: 'step', secrecy_reviewer: 'step', openness_reviewer: 'step', deputy: 'step_or_signer', director: 'step_or_signer' }, guards: ['REASON', 'REMARK_LOCATED', 'MY_TURN', 'HASH_MATCH'], isVersioned: true },
  withdraw_from_clearance: { from: ['clearance'],              to: 'drafting',  who: { handler: 'drafter' }, guards: ['REASON'], isVersioned: true },
  sign:                    { from: ['clearance'],              to: 'signed',    who: { director: 'signer', deputy: 'signer' }, guards: ['CHAIN_COMPLETE', 'WARRANT_VALID', 'HASH_MATCH', 'NOT_DRAFTER', 'RE_AUTHENTICATED'], isVersioned: true },
  record_paper_signature:  { from: ['clearance'],              to: 'signed',    who: { seal_clerk: 'bureau' }, guards: ['CHAIN_COMPLETE', 'SCAN'], isVersioned: true },
  recall_signature:        { from: ['signed'],                 to: 'drafting',  who: { director: 'signer', deputy: 'signer' }, guards: ['REASON', 'MY_SIGNATURE', 'NOT_ISSUED'], isVersioned: true },
  issue:                   { from: ['signed'],                 to: 'issued',    who: { seal_clerk: 'bureau' }, guards: ['IN_HANDLING', 'NUMBER_ALLOCATED', 'RENDER_HASH_OK', 'ADDRESSEES_COMPLETE', 'CC_COMPLETE', 'NO_OPEN_OBJECTION', 'CLOCK_RUNS', 'NO_MERGED_LETTERS'], isVersioned: true },
  abandon:                 { from: ['drafting', 'clearance'],  to: 'abandoned', who: { handler: 'own', coordinator: 'bureau' }, guards: ['REASON'], isVersioned: true },
  reply_ended:             { from: ['drafting', 'clearance', 'signed'], to: 'abandoned', who: { coordinator: 'bureau', registrar: 'bureau' }, guards: ['CARRIED_BY_ENDING'], isVersioned: false },
  void_letter:             { from: ['issued'],                 to: 'voided',    who: { director: 'bureau' }, guards: ['REASON', 'LETTER_CORRECTIONS'], isVersioned: true },
  correct:                 { from: ['issued'],                 to: 'superseded', who: { director: 'bureau' }, guards: ['REASON', 'LETTER_CORRECTIONS'], isVersioned: true },
} as const satisfies Record<string, RuleRow<ReplyState>> // prettier-ignore
