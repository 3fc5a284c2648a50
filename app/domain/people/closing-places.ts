import type { Refusal } from '../refusals'

/** What is still open at a division or a unit, in numbers alone: administrators see no proposal. */
export type OpenAt = { proposals: number; requests: number; accounts: number }

/** Why a division or a unit cannot be closed yet, and who can clear it; empty where nothing stands in the way. */
export function closingRefusals({ proposals, requests, accounts }: OpenAt, what: '处室' | '单位'): Refusal[] {
  const reasons: Refusal[] = []
  if (proposals > 0)
    reasons.push({
      code: 'OPEN_PROPOSALS',
      message: `这个${what}还有 ${proposals} 件没有办结，办结或改分以后才能停用。`,
      whoCanResolve: '综合处',
    })
  if (requests > 0)
    reasons.push({
      code: 'OPEN_REQUESTS',
      message: `这个${what}还有 ${requests} 件会办没有办完。`,
      whoCanResolve: '综合处、承办人',
    })
  if (accounts > 0)
    reasons.push({
      code: 'ACCOUNTS',
      message: `这个${what}还有 ${accounts} 个在用账号的角色，先改授或停用。`,
      whoCanResolve: '安全管理员',
    })
  return reasons
}

/** Whether a division or a unit may still be chosen. */
export const isOpen = (place: { closedAt: Date | null }) => place.closedAt === null
