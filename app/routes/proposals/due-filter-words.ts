export const dueFilterWords = { late: '逾期', within14: '14 天内将超期' } as const
