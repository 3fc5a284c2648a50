/** 待核对 until a person has looked; then 已收录 or 不收, for good. */
export const libraryStates = ['quarantine', 'accepted', 'refused'] as const
export type LibraryState = (typeof libraryStates)[number]

export const libraryStateWords: Record<LibraryState, string> = {
  quarantine: '待核对',
  accepted: '已收录',
  refused: '不收',
}

/** How many pages are brought in at once, and how long a pasted one may be. */
export const mostPages = 60
export const longestPaste = 150_000
