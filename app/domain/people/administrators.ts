import type { Refusal } from '../refusals'
import type { Role } from './kinds'
import { hasRole, type Viewer } from './viewer'

/**
 * 三员分立: the system administrator opens accounts and keeps places; the security administrator gives roles and
 * passwords and closes accounts; neither does the other's part, and neither sees a proposal. (等保 2.0 三级)
 */
export const duties = {
  places: { roles: ['system_admin'], message: '处室和单位由系统管理员维护。', whoCanResolve: '系统管理员' },
  accounts: { roles: ['system_admin'], message: '账号由系统管理员开通和更正。', whoCanResolve: '系统管理员' },
  authority: {
    roles: ['security_admin'], message: '角色、密码和停用由安全管理员办理。', whoCanResolve: '安全管理员',
  },
  /** 代表委员名册: no administrator's, for it is personal data of the work itself. */
  delegates: {
    roles: ['registrar', 'coordinator'], message: '代表委员名册由登记员和综合处维护。', whoCanResolve: '登记员、综合处',
  },
} as const satisfies Record<string, Omit<Refusal, 'code'> & { roles: readonly Role[] }> // prettier-ignore
export type Duty = keyof typeof duties

export const isDutyOf = (viewer: Viewer, duty: Duty) =>
  viewer.bureauId !== null && duties[duty].roles.some((role) => hasRole(viewer, role))

export function refusalOf(duty: Duty): Refusal {
  const { message, whoCanResolve } = duties[duty]
  return { code: 'NOT_YOURS', message, whoCanResolve }
}
