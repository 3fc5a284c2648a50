import { isDay } from '../../deadlines/day'
import { dayOfSerial } from './printed-cell'

const half = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()

const patterns = [
  /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?$/,
  /^(\d{4})\s?[-./、]\s?(\d{1,2})\s?[-./、]\s?(\d{1,2})\.?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** A day however a list writes it: 2026年3月5日, 2026.3.5, 2026/3/5, 20260305, or Excel's count of days; null for none. */
export function listDay(text: string): string | null {
  const shown = half(text)
  for (const pattern of patterns) {
    const found = pattern.exec(shown)
    if (!found) continue
    const [, year = '', month = '', date = ''] = found
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    return isDay(day) ? day : null
  }
  // A date cell somebody turned into a number: 46000 and something is this decade.
  return /^\d{5}(\.\d+)?$/.test(shown) ? dayOfSerial(Number(shown)) : null
}
