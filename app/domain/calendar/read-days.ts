import type { Day } from '../deadlines/day'

export type RestAndWork = { rest: Record<Day, string>; work: Record<Day, string> }

export type ReadDays<T = RestAndWork> = { ok: true; read: T } | { ok: false; message: string }

export const unreadable = (message: string): { ok: false; message: string } => ({ ok: false, message })

/** 休 or 班, in the words people and programs use; null for anything else. */
export function kindOf(words: string): 'rest' | 'work' | null {
  if (/班|work/i.test(words)) return 'work'
  return /休|假|rest|holiday/i.test(words) ? 'rest' : null
}

/** Enters a day. @returns the sentence that says what is wrong, or null */
export function enterDay(
  into: RestAndWork,
  kind: 'rest' | 'work',
  day: Day,
  festival: string,
): string | null {
  const other = kind === 'rest' ? into.work : into.rest
  if (day in other) return `${day} 既是放假日又是补班日。`
  into[kind][day] = festival
  return null
}
