import { startOf } from '../deadlines/due-of'
import type { Rulebook, Rules } from '../deadlines/rulebook'
import type { Start } from '../deadlines/set-deadlines.server'
import type { NewEvent } from '../log/append-event.server'
import type { ProposalFacts } from '../proposal/facts'
import type { Registration } from './registration'

/** What is given to a proposal at its birth besides what the registrar says of it. */
export type Given = {
  id: string
  bureauId: string
  registerNo: string
  sourceHash: string
  headHash: string
  registeredAt: Date
}

/** A list may tell our part already; who types an item in leaves it to the allocation. */
type Told = Partial<Pick<ProposalFacts, 'handlingRole' | 'leadUnitId'>>

/** The row of a proposal that is only now being registered, under the rules in force on its day. */
export function bornProposal(
  { sponsors: _, ...said }: Registration & Told,
  given: Given,
  rulebook: Rulebook,
): ProposalFacts {
  const inForce = rulebook.inForceOn(said.track, said.assignedOn)
  return {
    handlingRole: null, leadUnitId: null, ...said, ...given, profileId: inForce.id, profileVersion: inForce.version,
    divisionId: null, handlerId: null, retentionYears: null,
    state: 'registered', round: 1, returns: 0, isForced: false, version: 1, sequence: 1,
  } // prettier-ignore
}

/** The clocks a registration starts; who only assists owes the delegate no first contact. */
export const firstClocks = (
  rules: Pick<Rules, 'profile'>,
  said: Pick<Registration & Told, 'assignedOn' | 'receivedOn' | 'handlingRole'>,
): Start[] => {
  const days = { assigned: said.assignedOn, received: said.receivedOn }
  const main: Start = { kind: 'reply', startOn: startOf(rules, 'reply', days, said.assignedOn) }
  if (said.handlingRole === 'assist') return [main]
  return [main, { kind: 'contact', startOn: startOf(rules, 'contact', days, said.receivedOn) }]
}

/** 2026-0017 */
export const registerNoOf = (year: number, seq: number) => `${year}-${String(seq).padStart(4, '0')}`

/** The first event of its chain. */
export const firstEvent = (
  row: ProposalFacts,
  correlation: string,
  details: Record<string, unknown> = {},
): NewEvent => ({
  kind: 'register',
  proposalId: row.id,
  sequence: 1,
  version: 1,
  previousHash: row.headHash,
  correlation,
  changes: {
    state: row.state,
    round: row.round,
    returns: row.returns,
    isForced: row.isForced,
    priority: row.priority,
    ...(row.handlingRole ? { handlingRole: row.handlingRole } : {}),
    ...(row.leadUnitId ? { leadUnitId: row.leadUnitId } : {}),
  },
  details: {
    registerNo: row.registerNo,
    officialNo: row.officialNo,
    meetingId: row.meetingId,
    sourceHash: row.sourceHash,
    ...details,
  },
})
