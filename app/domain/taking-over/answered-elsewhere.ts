import type { TakenOverFacts } from '../proposal/facts-beside'

type Told = { takenOver: TakenOverFacts | null; proposal: { round: number } }

/** The letter of this round was another system's: no letter, receipt or publication of ours belongs to it. */
export const isAnsweredElsewhere = ({ takenOver, proposal }: Told) =>
  takenOver !== null && takenOver.stage !== 'handling' && proposal.round === 1
