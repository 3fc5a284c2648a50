/** 已登记 研判中 待处室签收 办理中 已答复 已办结 已归档 · 已改办 已撤回 误登作废 */
export const proposalStates = [
  'registered', 'triage', 'assigned', 'handling', 'replied', 'closed', 'archived',
  'transferred', 'withdrawn', 'voided',
] as const // prettier-ignore
export type ProposalState = (typeof proposalStates)[number]

export const finalProposalStates: readonly ProposalState[] = [
  'archived',
  'transferred',
  'withdrawn',
  'voided',
]

/** A number is free again after these (design.md §3, ITEM_UNIQUE). */
export const numberFreeStates: readonly ProposalState[] = ['transferred', 'voided']

export const isOpenProposal = (state: ProposalState) =>
  state !== 'closed' && !finalProposalStates.includes(state)
