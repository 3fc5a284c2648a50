import type { Day } from '../deadlines/day'
import { computeDue, type Due } from '../deadlines/due-dates'
import type { Rules } from '../deadlines/rulebook'

/** When an opinion returned today is due again, by the place's own rule (重庆: 5 工作日); null where it has none. */
export function redoDue(
  { profile, calendar, proposal }: Rules & { proposal: { isWide: boolean } },
  returnedOn: Day,
): Due | null {
  const rule = profile.further?.opinion_redo
  if (!rule) return null
  return computeDue({
    rule: { ...rule, kind: 'opinion' },
    start: returnedOn,
    calendar,
    isWide: proposal.isWide,
  })
}
