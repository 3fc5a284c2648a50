import type { Clock } from '../deadlines/clocks'
import { addDays, type Day } from '../deadlines/day'
import type { TimeLeft } from '../deadlines/time-left'

/** As much of a piece of work as decides its place. */
export type Ranked = {
  clock: Pick<Clock, 'dueOn' | 'left'> | null
  isKey: boolean
  registerNo: string
}

/** What can still be saved stands before what is already late; what stands or has no term comes last. */
const bands: Readonly<Record<TimeLeft['kind'], number>> = { soon: 0, late: 1, ok: 2, hold: 3 }
const bandOf = ({ clock }: Ranked) => (clock ? bands[clock.left.kind] : 4)

/** The parts of a place in order: band, key items first in it, the nearest due day, the register number. */
const placeOf = (r: Ranked): readonly (number | string)[] => [
  bandOf(r),
  r.isKey ? 0 : 1,
  r.clock?.dueOn ?? '',
  r.registerNo,
]

/** Nearly late before late, late before the rest, key first in each; 0 only for work on the same proposal. */
export function byPriority(a: Ranked, b: Ranked): number {
  const others = placeOf(b)
  for (const [i, part] of placeOf(a).entries()) {
    const other = others[i]
    if (other === undefined || part === other) continue
    return part < other ? -1 : 1
  }
  return 0
}

/** Why it stands where it stands: 重点件，明天到期. */
export const reasonOf = (r: Ranked, today: Day): string =>
  [...(r.isKey ? ['重点件'] : []), termReason(r, today)].join('，')

function termReason({ clock }: Ranked, today: Day): string {
  if (!clock) return '没有期限'
  const { left, dueOn } = clock
  if (left.kind === 'late')
    return left.amount === 0 ? '已超期，不足 1 个工作日' : `已超期 ${left.amount} 个工作日`
  if (left.kind === 'hold') return left.words
  if (left.kind === 'ok') return '未临期，按期限先后'
  if (dueOn === today) return '今天到期'
  return dueOn === addDays(today, 1) ? '明天到期' : `快到期，${left.words}`
}
