import { reasonsAgainst } from '~/domain/proposal/refusal'
import { NotFound } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'
import { isSettlement, settlementEvents } from '../proposal/co-handling-page.server'
import { proposalOf } from '../proposal-of.server'

/** The request and the act of the URL. @throws NotFound when either is absent */
export async function readSettlement(visit: UserVisit) {
  const read = await proposalOf(visit)
  const request = read.requests.find((r) => r.id === visit.params['requestId'])
  const settlement = visit.params['settlement'] ?? ''
  if (!request || !isSettlement(settlement)) throw new NotFound('request')
  const facts = { ...read.facts, request: read.facts.requests.find((r) => r.id === request.id) ?? null }
  const { id, registerNo, version } = read.facts.proposal
  return {
    settlement,
    target: { proposalId: id, requestId: request.id },
    party:
      read.units.find((u) => u.id === request.unitId)?.shortName ??
      read.divisions.find((d) => d.id === request.divisionId)?.name ??
      '',
    act: {
      number: registerNo,
      version,
      key: newKey(),
      reasons: reasonsAgainst(settlementEvents[settlement], facts),
    },
  }
}
