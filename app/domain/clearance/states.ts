export const stepStates = ['waiting', 'open', 'approved', 'handed_up', 'returned', 'lapsed'] as const
export type StepState = (typeof stepStates)[number]
