import type { Target } from '~/domain/proposal/command'
import { readProposal } from '~/domain/proposal/read-proposal.server'
import { NotFound } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'

/** The reply of the URL's proposal, with the version the form was drawn from. @throws NotFound without a reply */
export async function replyTarget(visit: UserVisit, version: number | undefined): Promise<Target> {
  const { facts } = await readProposal(visit.viewer, visit.params['number'] ?? '', visit)
  if (!facts.reply) throw new NotFound('reply')
  return {
    proposalId: facts.proposal.id,
    replyId: facts.reply.id,
    ...(version === undefined ? {} : { expectedVersion: version }),
  }
}
