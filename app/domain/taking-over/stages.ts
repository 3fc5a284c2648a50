/** 接续办理: how far another system had handled an item when it came here; 待办 is no taking over. */
export const takenOverStages = ['handling', 'replied', 'closed'] as const
export type TakenOverStage = (typeof takenOverStages)[number]

export const takenOverStageWords: Record<TakenOverStage, string> = {
  handling: '办理中',
  replied: '已答复',
  closed: '已办结',
}

/** 办理结果, by its letter as the other system had it. */
export const takenOverResults = ['A', 'B', 'C', 'D'] as const
export type TakenOverResult = (typeof takenOverResults)[number]

/** The bounds the list is held to, and the table with it. */
export const takenOverLimits = { documentNumber: 60, remark: 500 }
