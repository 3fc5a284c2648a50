/** What was done to a proposal's clocks, in the words of the list: 暂停, 延期. */
export const clockMarks = (row: { isPaused: boolean; isExtended: boolean }): string[] => [
  ...(row.isPaused ? ['暂停'] : []),
  ...(row.isExtended ? ['延期'] : []),
]
