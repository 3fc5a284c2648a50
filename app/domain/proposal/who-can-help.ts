import type { Facts } from './facts'
import type { Actor, Who } from './rule-row'

/** Roles in the bureau's own words. */
export const roleWords: Record<Actor, string> = {
  registrar: '登记员', coordinator: '综合处', division_head: '处室负责人', handler: '承办人', co_handler: '会办单位',
  office_reviewer: '办公室核稿', secrecy_reviewer: '保密审查', openness_reviewer: '公开审查', deputy: '分管领导',
  director: '局长', seal_clerk: '用印印发', archivist: '档案', supervisor: '督办',
  system_admin: '系统管理员', security_admin: '安全管理员', audit_admin: '审计管理员', delegate: '代表委员',
  link_holder: '会办单位',
} // prettier-ignore

/** The people who hold a role on this proposal, named: “成果转化处处长陆怀远”. */
export function namesOf(role: Actor, f: Facts): string {
  const holders = f.holders.filter((h) => h.role === role && isHereFor(h.divisionId, h.userId, role, f))
  if (holders.length === 0) return roleWords[role]
  return `${roleWords[role]}${holders
    .slice(0, 2)
    .map((h) => h.name)
    .join('、')}${holders.length > 2 ? '等' : ''}`
}

function isHereFor(divisionId: string | null, userId: string, role: Actor, f: Facts) {
  if (role === 'handler') return userId === f.proposal.handlerId
  return divisionId === null || f.proposal.divisionId === null || divisionId === f.proposal.divisionId
}

/** Who could do what this viewer cannot. */
export const whoCan = (who: Who, f: Facts): string =>
  [...new Set((Object.keys(who) as Actor[]).map((role) => namesOf(role, f)))].join('、')
