/** 交办机关并案 · 本局并案 */
export const mergedBy = ['assigning_body', 'bureau'] as const
export type MergedBy = (typeof mergedBy)[number]
