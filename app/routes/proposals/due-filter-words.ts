export const dueFilterWords = { late: '逾期', within14: '14 天内到期' } as const
