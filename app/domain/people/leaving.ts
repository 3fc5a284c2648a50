import type { Refusal } from '../refusals'
import { roleWords } from '../proposal/who-can-help'
import type { Role } from './kinds'
import type { Membership } from './viewer'

/** What somebody still has open, in numbers alone (fuhan_open_work): items he handles, steps waiting for his role. */
export type OpenWork = readonly {
  kind: 'handled' | 'step'
  role: Role
  divisionId: string | null
  n: number
}[]

/** The others who may sign in, one row per role. */
export type OtherHolder = { name: string; role: Role; divisionId: string | null }

/** Roles without which the house stands still: no clearance, no signature, no account. */
const neededRoles: readonly Role[] = [
  'registrar', 'coordinator', 'division_head', 'office_reviewer', 'secrecy_reviewer', 'openness_reviewer',
  'deputy', 'director', 'seal_clerk', 'system_admin', 'security_admin', 'audit_admin',
] // prettier-ignore

type Leaving = {
  /** The roles he would no longer hold. */
  givenUp: readonly Membership[]
  work: OpenWork
  others: readonly OtherHolder[]
  /** Divisions that are closed need no head. */
  closedDivisionIds: readonly string[]
}

/** Why somebody cannot leave his roles yet: how much is open, and who hands it over. Journey 15. */
export const leavingRefusals = (leaving: Leaving): Refusal[] => [
  ...handledRefusals(leaving),
  ...onlyHolderRefusals(leaving),
]

function handledRefusals({ givenUp, work, others }: Leaving): Refusal[] {
  const left = new Set(givenUp.filter((m) => m.role === 'handler').map((m) => m.divisionId))
  return work
    .filter((w) => w.kind === 'handled' && left.has(w.divisionId) && w.n > 0)
    .map(({ n, divisionId }) => ({
      code: 'OPEN_ITEMS',
      message: `还承办着 ${n} 件没有办结的建议提案，要先移交给别人。`,
      whoCanResolve: [named('coordinator', null, others), named('division_head', divisionId, others)].join(
        '、',
      ),
    }))
}

function onlyHolderRefusals({ givenUp, work, others, closedDivisionIds }: Leaving): Refusal[] {
  return givenUp
    .filter((m) => neededRoles.includes(m.role))
    .flatMap(({ role, divisionId }): Refusal[] => {
      if (divisionId !== null && closedDivisionIds.includes(divisionId)) return []
      if (others.some((o) => o.role === role && o.divisionId === divisionId)) return []
      const waiting =
        work.find((w) => w.kind === 'step' && w.role === role && w.divisionId === divisionId)?.n ?? 0
      const steps = waiting > 0 ? `有 ${waiting} 步审核等着这个岗位，` : ''
      return [{
      code: 'ONLY_HOLDER',
      message: `${steps}“${roleWords[role]}”只有这一个人，要先给接任的人授予这个角色。`,
      whoCanResolve: named('security_admin', null, others),
    }] // prettier-ignore
    })
}

/** 综合处崔亦行 */
function named(role: Role, divisionId: string | null, others: readonly OtherHolder[]): string {
  const names = others.filter((o) => o.role === role && o.divisionId === divisionId).map((o) => o.name)
  return `${roleWords[role]}${[...new Set(names)].slice(0, 2).join('、')}`
}
