/** The one password of all invented people; nothing real is behind it. */
export const demoPasswordIfDemo = 'Yunting#2026'
