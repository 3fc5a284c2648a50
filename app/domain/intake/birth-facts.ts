import type { Rules } from '../deadlines/rulebook'
import type { Command } from '../proposal/command'
import type { BureauFacts, Facts, ProposalFacts } from '../proposal/facts'

/** The facts of a proposal that is only now being registered: nothing has happened to it yet. */
export const birthFacts = (
  command: Command,
  bureau: BureauFacts,
  proposal: ProposalFacts,
  rules: Rules,
  input: Facts['input'],
): Facts => ({
  viewer: command.viewer,
  now: command.now,
  realNow: command.realNow,
  reauthenticatedAt: command.reauthenticatedAt ?? null,
  ...rules,
  bureau,
  proposal,
  input,
  sponsorIds: [],
  sponsors: [],
  group: null,
  objection: null,
  takenOver: null,
  additionalUnits: [],
  unconfirmedFields: 0,
  asks: [],
  contacts: [],
  requests: [],
  request: null,
  reply: null,
  signedRounds: [],
  deadlines: [],
  pauses: [],
  extensions: [],
  receipts: [],
  publication: null,
  commitments: [],
  areCommitmentsReviewed: false,
  issuedLetters: 0,
  holders: [],
})
