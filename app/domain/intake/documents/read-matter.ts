import type { Confidence } from './provenance-states'
import type { Segment } from './segments'

type Read = { value: string; start: number; end: number; confidence: Confidence }

const most = 50_000
const closes = /^(?:[\p{Script=Han}\s·、]{2,40}\n)?\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})年.{1,8}日$/u

/** The text itself: under its label up to where the office's own part of the sheet begins, else what follows the heads. */
export function readMatter(text: string, segments: readonly Segment[]): Read | null {
  const first = segments.findIndex((s) => (s.key === 'matter' || s.key === 'advice') && isMatter(s, segments))
  if (first >= 0) return between(text, segments, first, 'high')
  const title = segments.findIndex((s) => /^关于.{4,}/u.test(s.text) && s.text.length <= 200)
  const long = segments.findIndex((s, i) => i > title && !s.isLabel && s.text.length > 40)
  if (long < 0) return null
  const head = segments.findLastIndex((s, i) => i < long && (s.isLabel || i === title))
  const body = segments.findIndex((s, i) => i > head && (i === long || opens.test(s.text)))
  return between(text, segments, body, 'medium')
}

/** 一、基本情况: a heading the text begins with. */
const opens = /^[一二三1]、/

/** A word like 建议 may be a label, or the beginning of a sentence: a label has something under it. */
const isMatter = (s: Segment, segments: readonly Segment[]) =>
  s.isLabel ? segments.some((other) => !other.isLabel && other.key === s.key && other.start >= s.end) : false

function between(
  text: string,
  segments: readonly Segment[],
  from: number,
  confidence: Confidence,
): Read | null {
  const begins = segments[from]
  if (!begins) return null
  const rest = segments.slice(from)
  const stop = rest.findIndex(
    (s, i) => i > 0 && s.isLabel && (s.key === 'end' || s.key === 'lead' || s.key === 'joint'),
  )
  const body = stop < 0 ? rest : rest.slice(0, stop)
  const content = begins.isLabel ? body.slice(1) : body
  const last = content.at(-1)
  const start = content[0]?.start
  if (start === undefined || !last) return null
  const raw = text.slice(start, last.end)
  return { value: paragraphs(raw).slice(0, most), start, end: last.end, confidence }
}

/** Lines a page broke in the middle of a sentence are put together; a name and a date below the text are no part of it. */
function paragraphs(raw: string): string {
  const lines = raw
    .split(/\n|\t/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const longest = Math.max(...lines.map((line) => line.length))
  const joined: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (isOpen) joined[joined.length - 1] += line
    else joined.push(line)
    // A line as long as the paper is wide, that ends with no full stop, goes on below.
    isOpen = longest <= 60 && line.length >= longest - 3 && !/[。！？：；]$/.test(line)
  }
  const tail = joined.slice(-2).join('\n')
  if (closes.test(tail)) joined.splice(-2)
  else if (closes.test(joined.at(-1) ?? '')) joined.pop()
  return joined.join('\n')
}
