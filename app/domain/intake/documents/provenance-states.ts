/** What a machine reads from a proposal's document, each for itself confirmed by a person (design.md §3, rule 9). */
export const readFields = [
  'track', 'meetingId', 'sessionKind', 'officialNo', 'subject', 'sponsorKind', 'sponsors', 'text',
] as const // prettier-ignore
export type ReadField = (typeof readFields)[number]

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

/** 待核对 · 核对无误 · 已改正 */
export const provenanceStates = ['unconfirmed', 'accepted', 'corrected'] as const
export type ProvenanceState = (typeof provenanceStates)[number]
