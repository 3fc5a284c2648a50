/** 交办机关 · 政府办公厅 · 人大监督机构 · 政协提案委 · 会办单位 */
export const unitKinds = [
  'assigning',
  'government_office',
  'oversight_npc',
  'oversight_cppcc',
  'co_handling',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const delegateKinds = ['person', 'organisation'] as const

/** Roles a person holds by membership (design.md §1). A delegate is no member: a personal link names him. */
export const roles = [
  'registrar', 'coordinator', 'division_head', 'handler', 'co_handler',
  'office_reviewer', 'secrecy_reviewer', 'openness_reviewer', 'deputy', 'director',
  'seal_clerk', 'archivist', 'supervisor', 'system_admin', 'security_admin', 'audit_admin',
] as const // prettier-ignore
export type Role = (typeof roles)[number]

/** Roles that see every proposal of the bureau, drafts included. */
export const bureauWideRoles: readonly Role[] = [
  'registrar', 'coordinator', 'office_reviewer', 'secrecy_reviewer', 'openness_reviewer',
  'deputy', 'director', 'seal_clerk', 'archivist',
] // prettier-ignore

/** The three administrators exclude one another and never see a proposal (等保 2.0, 三员分立). */
export const administratorRoles: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']
