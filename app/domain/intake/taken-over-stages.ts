/** How far another system had come with an item: 办理中 · 已答复 · 已办结 */
export const takenOverStages = ['handling', 'replied', 'closed'] as const
export type TakenOverStage = (typeof takenOverStages)[number]
