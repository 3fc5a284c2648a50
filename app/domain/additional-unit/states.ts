/** 待复 已增办 不同意增办 */
export const additionalUnitStates = ['requested', 'added', 'refused'] as const
export type AdditionalUnitState = (typeof additionalUnitStates)[number]
