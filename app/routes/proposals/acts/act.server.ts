import { redirect } from '@remix-run/node'
import type { Target } from '~/domain/proposal/command'
import type { EventName } from '~/domain/proposal/events'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import type { Refusal } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { proposalOf } from '../proposal-of.server'

/** What every act's form needs: where it stands, its key and version, and why it may be closed. */
export type ActData = { number: string; version: number; key: string; reasons: Refusal[] }

/** @throws NotFound when the proposal is absent or not this viewer's */
export async function readAct(
  visit: UserVisit,
  event: EventName,
): Promise<{ read: ProposalRead; act: ActData }> {
  const read = await proposalOf(visit)
  const { registerNo, version } = read.facts.proposal
  return {
    read,
    act: { number: registerNo, version, key: newKey(), reasons: reasonsAgainst(event, read.facts) },
  }
}

/** The proposal of the URL, with the version the form was drawn from. */
export async function targetOf(visit: UserVisit, version: number | undefined): Promise<Target> {
  const { facts } = await proposalOf(visit)
  return { proposalId: facts.proposal.id, ...(version === undefined ? {} : { expectedVersion: version }) }
}

/** Back to the page that shows the result, with the sentence that says it. */
export function done(visit: UserVisit, word: string, tab = '') {
  const number = visit.params['number'] ?? ''
  return redirect(`${tab ? paths.tab(number, tab) : paths.proposal(number)}?done=${word}`, 303)
}
