/** 督办 and 综合处 watch every item; for everybody else the page looks absent. */
export const supervisors = { roles: ['supervisor', 'coordinator'] } as const
