import { readProposal, type ProposalRead } from '~/domain/proposal/read-proposal.server'
import type { UserVisit } from '~/http/for-user.server'

/** The proposal of the URL: a page's frame and its tab read it once between them. @throws NotFound when absent or not his */
export const proposalOf = (visit: UserVisit): Promise<ProposalRead> =>
  visit.once('proposal', () => readProposal(visit.viewer, visit.params['number'] ?? '', visit))
