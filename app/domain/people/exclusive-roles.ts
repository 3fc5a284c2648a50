import type { Problem } from '../refusals'
import { administratorRoles, type Role } from './kinds'
import type { Membership } from './viewer'

export const roleNeedsDivision = (role: Role) => role === 'division_head' || role === 'handler'
export const roleNeedsUnit = (role: Role) => role === 'co_handler'

/** 三员分立: an administrator holds no other role. Null where the roles go together. */
export function exclusionProblem(memberships: readonly Pick<Membership, 'role'>[]): Problem | null {
  const held = new Set(memberships.map((m) => m.role))
  if (held.size > 1 && [...held].some((role) => administratorRoles.includes(role)))
    return { field: 'memberships', message: '系统、安全、审计管理员不能兼任其他角色。' }
  if (held.size > 1 && held.has('co_handler'))
    return { field: 'memberships', message: '会办单位的账号不能兼任本局的角色。' }
  if (new Set(memberships.flatMap((m) => ('unitId' in m && m.unitId ? [m.unitId] : []))).size > 1)
    return { field: 'memberships', message: '一个账号只能代表一个会办单位。' }
  return null
}
