import { roleNeedsDivision, roleNeedsUnit } from '~/domain/people/exclusive-roles'
import { administratorRoles, roles, type Role } from '~/domain/people/kinds'
import type { Membership } from '~/domain/people/viewer'
import { roleWords } from '~/domain/proposal/who-can-help'

type Choice = { value: string; label: string }
type Place = { id: string; name: string; isClosed: boolean }

/** One role as a form's value: registrar, or handler and the division. */
export const roleValue = ({ role, divisionId }: Pick<Membership, 'role' | 'divisionId'>) =>
  divisionId === null ? role : `${role} ${divisionId}`

const choice = (role: Role): Choice => ({ value: role, label: roleWords[role] })

/** The roles there are to give, in groups; a closed division is offered only where it is held. */
export function roleChoices(divisions: readonly Place[], held: readonly string[]) {
  const single = roles.filter((r) => !roleNeedsDivision(r) && !roleNeedsUnit(r))
  return {
    bureau: single.filter((r) => !administratorRoles.includes(r)).map(choice),
    administrators: administratorRoles.map(choice),
    divisions: divisions.flatMap(({ id, name, isClosed }) =>
      (['division_head', 'handler'] as const)
        .map((role) => ({ value: roleValue({ role, divisionId: id }), label: `${name} ${roleWords[role]}` }))
        .filter(({ value }) => !isClosed || held.includes(value)),
    ),
  }
}

/** What the form says: the boxes ticked, and the unit the account speaks for. Null for a value that is no role. */
export function membershipsIn(values: readonly string[], unitId: string | null): Membership[] | null {
  const made: Membership[] = unitId === null ? [] : [{ role: 'co_handler', divisionId: null, unitId }]
  for (const value of new Set(values)) {
    const [word = '', divisionId] = value.split(' ')
    const role = roles.find((r) => r === word)
    if (!role || roleNeedsUnit(role) || roleNeedsDivision(role) !== (divisionId !== undefined)) return null
    made.push({ role, divisionId: divisionId ?? null, unitId: null })
  }
  return made
}
