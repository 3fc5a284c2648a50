import type { RuleRow } from './rule-row'
import type { ProposalState } from './states'

/**
 * The proposal's life, top to bottom. The only source of its states, events, roles and guards: the command, the
 * page, the permission page and the diagram in docs/ all read this table. design.md §3.
 */
export const proposalLifecycle = {
  register:          { from: ['none'],                              to: 'registered',  who: { registrar: 'bureau' },   guards: ['REQUIRED_FIELDS', 'ITEM_UNIQUE', 'SOURCE_FILE_HASHED'], isVersioned: true },
  taken_over:        { from: ['registered'],                        to: 'handling', orTo: ['replied', 'closed'], who: { registrar: 'bureau' }, guards: ['FRESH_FROM_LIST', 'HANDLED_BY_US'], isVersioned: true },
  submit_for_triage: { from: ['registered'],                        to: 'triage',      who: { registrar: 'bureau' },   guards: ['PROVENANCE_CONFIRMED'], isVersioned: true },
  void:              { from: ['registered', 'triage'],              to: 'voided',      who: { registrar: 'bureau' },   guards: ['REASON', 'NOTHING_ISSUED', 'NOT_MERGED'], isVersioned: true },
  allocate:          { from: ['triage'],                            to: 'assigned',    who: { coordinator: 'bureau' }, guards: ['LEAD_DIVISION', 'ROLE_SET', 'RULES_RESOLVED', 'REPLY_FITS_ROLE', 'NOT_LED'], isGrouped: true, isVersioned: true },
  division_accept:   { from: ['assigned'],                          to: 'handling',    who: { division_head: 'own_division' }, guards: ['HANDLER_SET', 'NOT_LED'], isGrouped: true, isVersioned: true },
  division_return:   { from: ['assigned'],                          to: 'triage',      who: { division_head: 'own_division' }, guards: ['REASON', 'RETURNS_LEFT', 'NOT_LED'], isGrouped: true, isVersioned: true },
  force_assign:      { from: ['assigned'],                          to: 'same',        who: { deputy: 'bureau' },      guards: ['REASON', 'NOT_FORCED', 'NOT_LED'], isGrouped: true, isVersioned: true },
  reassign:          { from: ['handling', 'replied'],               to: 'same',        who: { coordinator: 'bureau', division_head: 'own_division' }, guards: ['REASON', 'HANDLER_SET', 'NOT_LED'], isGrouped: true, isVersioned: true },
  move_to_division:  { from: ['assigned', 'handling'],              to: 'assigned',    who: { coordinator: 'bureau' }, guards: ['REASON', 'LEAD_DIVISION', 'NO_REPLY_IN_CLEARANCE', 'NOT_LED'], isGrouped: true, isVersioned: true },
  objection_upheld:  { from: ['triage', 'assigned', 'handling'],    to: 'transferred', who: { coordinator: 'bureau' }, guards: ['CARRIED_BY_OBJECTION'], isVersioned: true },
  withdraw:          { from: ['registered', 'triage', 'assigned', 'handling'], to: 'withdrawn', who: { coordinator: 'bureau' }, guards: ['DELEGATE_LETTER', 'JOINT_CONSENT', 'NOT_MERGED'], isVersioned: true },
  reply_issued:      { from: ['handling'],                          to: 'replied',     who: { seal_clerk: 'bureau' },  guards: ['CARRIED_BY_ISSUE'], roles: ['sole', 'lead', 'separate'], isVersioned: true },
  opinion_issued:    { from: ['handling'],                          to: 'closed',      who: { seal_clerk: 'bureau' },  guards: ['CARRIED_BY_ISSUE'], roles: ['assist'], isVersioned: true },
  close:             { from: ['replied'],                           to: 'closed',      who: { coordinator: 'bureau' }, guards: ['RECEIPTS_FINAL', 'NO_OPEN_DISSATISFACTION', 'PUBLICATION_DECIDED', 'COMMITMENTS_REGISTERED', 'NO_OPEN_REQUEST', 'CONTACTED_AFTERWARDS', 'CLOSING_REASON'], isVersioned: true },
  reopen_for_rework: { from: ['replied', 'closed', 'archived'],     to: 'handling',    who: { coordinator: 'bureau' }, guards: ['REWORK_GROUND'], assist: { guards: ['REASON'] }, isVersioned: true },
  reopen_error:      { from: ['closed'],                            to: 'replied',     who: { coordinator: 'bureau' }, guards: ['REASON', 'SECOND_PERSON'], isVersioned: true },
  archive:           { from: ['closed'],                            to: 'archived',    who: { archivist: 'bureau', registrar: 'bureau' }, guards: ['RETENTION_SET', 'BUNDLE_VERIFIED'], isVersioned: true },
} as const satisfies Record<string, RuleRow<ProposalState>> // prettier-ignore
