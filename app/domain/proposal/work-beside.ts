import type { RuleRow } from './rule-row'
import type { ProposalState } from './states'

const underWay = ['registered', 'triage', 'assigned', 'handling', 'replied', 'closed'] as const
const everWatched = [...underWay, 'archived', 'transferred', 'withdrawn', 'voided'] as const
const inTheDivision = ['assigned', 'handling', 'replied', 'closed'] as const

/** What is done beside the main state: it never moves the proposal (design.md §3, last row of its table). */
export const workBeside = {
  confirm_provenance: { from: ['registered'], to: 'same', who: { registrar: 'bureau' }, guards: ['FIELDS_UNCONFIRMED'], isVersioned: false },
  attach_taken_over_scan: { from: underWay, to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own' }, guards: ['ANSWERED_ELSEWHERE'], isVersioned: false },
  record_asks:        { from: ['registered', 'triage', 'assigned', 'handling'], to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own', division_head: 'own_division' }, guards: ['NO_REPLY_IN_CLEARANCE'], isVersioned: false },
  supply_text:        { from: ['registered', 'triage', 'assigned', 'handling', 'replied', 'closed'], to: 'same', who: { registrar: 'bureau', coordinator: 'bureau' }, guards: ['TEXT_MISSING'], isVersioned: false },
  link_earlier:       { from: everWatched, to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own', division_head: 'own_division' }, guards: [], isVersioned: false },
  unlink_earlier:     { from: everWatched, to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own', division_head: 'own_division' }, guards: [], isVersioned: false },
  log_contact:        { from: inTheDivision, to: 'same', who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: [], isVersioned: false },
  correct_contact:    { from: inTheDivision, to: 'same', who: { handler: 'own', division_head: 'own_division', coordinator: 'bureau' }, guards: [], isVersioned: false },
  flag_key:           { from: underWay, to: 'same', who: { coordinator: 'bureau' }, guards: ['REASON'], isVersioned: true },
  propose_publication:{ from: ['handling', 'replied'], to: 'same', who: { handler: 'own', division_head: 'own_division' }, guards: ['PUBLICATION_OPEN', 'GROUND_IF_WITHHELD'], isVersioned: false },
  review_publication: { from: ['handling', 'replied'], to: 'same', who: { openness_reviewer: 'bureau' }, guards: ['PUBLICATION_PROPOSED', 'NOT_PROPOSER', 'GROUND_IF_WITHHELD'], isVersioned: false },
  record_commitment:  { from: ['handling', 'replied'], to: 'same', who: { handler: 'own', division_head: 'own_division' }, guards: ['REPLY_STARTED', 'COMMITMENTS_UNCONFIRMED'], isVersioned: false },
  confirm_commitments:{ from: ['replied'], to: 'same', who: { division_head: 'own_division' }, guards: ['COMMITMENTS_UNCONFIRMED'], isVersioned: false },
  make_receipt_link:  { from: ['replied', 'closed'], to: 'same', who: { seal_clerk: 'bureau', registrar: 'bureau' }, guards: ['RECEIPT_AWAITED'], isVersioned: false },
  return_receipt:     { from: ['replied', 'closed', 'archived'], to: 'same', who: { delegate: 'own_letter' }, guards: ['RECEIPT_AWAITED'], isVersioned: false },
  comment:            { from: underWay, to: 'same', who: { coordinator: 'bureau', handler: 'own', division_head: 'own_division' }, guards: ['COMMENTS'], isVersioned: false },
  attach:             { from: underWay, to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own' }, guards: ['FILES'], isVersioned: false },
  watch:              { from: underWay, to: 'same', who: { coordinator: 'bureau', deputy: 'bureau', director: 'bureau', supervisor: 'bureau' }, guards: [], isVersioned: false },
  unwatch:            { from: everWatched, to: 'same', who: { coordinator: 'bureau', deputy: 'bureau', director: 'bureau', supervisor: 'bureau' }, guards: [], isVersioned: false },
  urge:               { from: ['assigned', 'handling'], to: 'same', who: { coordinator: 'bureau', deputy: 'bureau', director: 'bureau', supervisor: 'bureau' }, guards: ['REASON'], isVersioned: false },
  request_additional_unit: { from: ['triage', 'assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['WE_ANSWER', 'UNIT_TO_ADD', 'REASON'], isVersioned: false },
  answer_additional_unit: { from: ['triage', 'assigned', 'handling', 'replied'], to: 'same', who: { coordinator: 'bureau' }, guards: ['ADDITION_ASKED', 'ADDITION_ANSWER'], isVersioned: false },
  record_sponsors:    { from: ['registered', 'triage', 'assigned', 'handling'], to: 'same', who: { registrar: 'bureau', coordinator: 'bureau' }, guards: ['NO_REPLY_IN_CLEARANCE', 'LEAD_SPONSOR'], isVersioned: false },
  record_relay_consent: { from: ['registered', 'triage', 'assigned', 'handling'], to: 'same', who: { registrar: 'bureau', coordinator: 'bureau', handler: 'own' }, guards: ['NO_REPLY_IN_CLEARANCE', 'CO_SIGNED', 'CONSENT_RECORDED'], isVersioned: false },
  record_roles:       { from: ['triage', 'assigned', 'handling'], to: 'same', who: { coordinator: 'bureau', handler: 'own' }, guards: ['NO_REPLY_IN_CLEARANCE'], isVersioned: false },
  form_group:         { from: ['triage', 'assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['NOT_MERGED', 'NO_REPLY_IN_CLEARANCE', 'REASON'], isVersioned: true },
  leave_group:        { from: ['triage', 'assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['LED', 'REASON'], isVersioned: true },
  extend:             { from: ['assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['REASON', 'APPROVAL_DOC', 'DEADLINE_EXTENSIBLE', 'NOT_EXTENDED', 'WITHIN_CAP'], isVersioned: false },
  remove_extension:   { from: ['assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['EXTENDED', 'EXTENSION_NAMED', 'REASON'], isVersioned: false },
  pause:              { from: ['assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['NOT_PAUSED', 'PAUSE_DAY', 'REASON'], isVersioned: false },
  resume:             { from: ['triage', 'assigned', 'handling'], to: 'same', who: { coordinator: 'bureau' }, guards: ['PAUSED', 'RESUME_DAY', 'REASON'], isVersioned: false },
  correct_fact:       { from: underWay, to: 'same', who: { coordinator: 'bureau', registrar: 'bureau' }, guards: ['FACT_CORRECTED', 'REASON'], isVersioned: false },
  recount_deadline:   { from: ['registered', 'triage', 'assigned', 'handling', 'replied'], to: 'same', who: { coordinator: 'bureau' }, guards: [], isVersioned: false },
} as const satisfies Record<string, RuleRow<ProposalState>> // prettier-ignore
