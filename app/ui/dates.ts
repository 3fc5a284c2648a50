import { letterDateWords } from '~/domain/reply/letter-words'

/** Days are 'YYYY-MM-DD' strings; instants are shown as the clock in Shanghai showed them, wherever the server stands. */
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** 2026-03-05 → 2026年3月5日, on the page as in the letter. */
export const dateWords = letterDateWords

/** 2026-03-05 → 03-05, the form of a desk. */
export const shortDay = (day: string) => day.slice(5)

/** 2026-03-05 → 星期四 */
export const weekdayWord = (day: string) => `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

/** An instant → 2026-03-05 09:41:07 in Shanghai. */
export function instantWords(at: Date): string {
  const part = new Map(shanghai.formatToParts(at).map((p) => [p.type, p.value]))
  const day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`
  return `${day} ${part.get('hour')}:${part.get('minute')}:${part.get('second')}`
}

/** An instant → 03-05 09:41 in Shanghai. */
export const shortInstant = (at: Date) => instantWords(at).slice(5, 16)

/** An instant → the day it was in Shanghai, as 'YYYY-MM-DD'. */
export const dayInShanghai = (at: Date) => instantWords(at).slice(0, 10)
