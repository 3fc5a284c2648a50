import { reasonsAgainst } from '~/domain/proposal/refusal'
import { NotFound } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'
import { partyOf } from '../proposal/co-handling-page.server'
import { settlementEvents, type Settlement } from '../proposal/settlements'
import { proposalOf } from '../proposal-of.server'

/** The request of the URL and whether this may be done to it. @throws NotFound when it is absent */
export async function readRequestAct(visit: UserVisit, settlement: Settlement) {
  const read = await proposalOf(visit)
  const request = read.requests.find((r) => r.id === visit.params['requestId'])
  if (!request) throw new NotFound('request')
  const facts = { ...read.facts, request: read.facts.requests.find((r) => r.id === request.id) ?? null }
  const { id, registerNo, version } = read.facts.proposal
  return {
    read,
    request,
    facts,
    target: { proposalId: id, requestId: request.id },
    party: partyOf(read, request),
    act: {
      number: registerNo,
      version,
      key: newKey(),
      reasons: reasonsAgainst(settlementEvents[settlement], facts),
    },
  }
}
