export const commitmentStates = [
  'proposed',
  'confirmed',
  'in_progress',
  'fulfilled',
  'verified',
  'deferred',
  'impossible',
] as const
export type CommitmentState = (typeof commitmentStates)[number]
