import { shanghaiDay, type Day } from '../deadlines/day'
import { dueOf, startOf } from '../deadlines/due-of'
import type { Due } from '../deadlines/due-dates'
import type { Rules } from '../deadlines/rulebook'

type Handed = { isWide: boolean; assignedOn: Day; receivedOn: Day }

/** Until when it may be asked to hand the item on. It is a right and no duty, so it stands among no deadlines. */
export function returnWindow(f: Rules & { proposal: Handed }): Due {
  const { assignedOn, receivedOn } = f.proposal
  const known = { assigned: assignedOn, received: receivedOn }
  return dueOf(f, 'return_window', startOf(f, 'return_window', known, assignedOn))
}

export const isWindowOpen = (f: Rules & { proposal: Handed; now: Date }): boolean =>
  shanghaiDay(f.now) <= returnWindow(f).due
