import type { ProposalRead } from '~/domain/proposal/read-proposal.server'

/** The handlers of the lead division, as choices. */
export const handlersOf = ({ facts }: ProposalRead) =>
  facts.holders
    .filter((h) => h.role === 'handler' && h.divisionId === facts.proposal.divisionId)
    .map((h) => ({ value: h.userId, label: h.name }))
