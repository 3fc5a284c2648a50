/** 退办待复 退办成立 不同意退办 已撤回退办 */
export const objectionStates = ['raised', 'upheld', 'rejected', 'withdrawn'] as const
export type ObjectionState = (typeof objectionStates)[number]

export const finalObjectionStates: readonly ObjectionState[] = ['upheld', 'rejected', 'withdrawn']
