import { addDays, shanghaiDay } from '../deadlines/day'

/** The digest goes out at 8:30 in Shanghai. */
const atMorning = (day: string) => new Date(`${day}T08:30:00+08:00`)

/** The first 8:30 after this instant. */
export function nextDigest(now: Date): Date {
  const today = atMorning(shanghaiDay(now))
  return today > now ? today : atMorning(addDays(shanghaiDay(now), 1))
}
