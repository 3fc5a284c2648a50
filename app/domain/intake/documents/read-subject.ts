import type { Confidence } from './provenance-states'
import type { Segment } from './segments'

type Read = { value: string; start: number; end: number; confidence: Confidence }

const ending = /(?:建议|提案|议案|意见|思考|问题)$/
const about = /^关于.{4,}/u
const most = 200

const plain = (text: string) =>
  text
    .replaceAll(/^《|》$/g, '')
    .replaceAll(/[\s\u3000]*\n[\s\u3000]*/g, '')
    .trim()

/** 案由 under its label; else the line that begins with 关于, the first that ends as a title does. */
export function readSubject(text: string, segments: readonly Segment[]): Read | null {
  const at = segments.findIndex((s) => s.key === 'subject' && !s.isLabel)
  const named = segments[at]
  if (named) return read(text, named, segments[at + 1], 'high')
  const head = segments.slice(0, 30)
  const titles = head.filter((s) => !s.isLabel && about.test(plain(s.text)) && s.text.length <= most)
  const title = titles.find((s) => ending.test(plain(s.text))) ?? titles[0]
  if (!title) return null
  return read(text, title, head[head.indexOf(title) + 1], ending.test(plain(title.text)) ? 'medium' : 'low')
}

/** A title broken over two lines is one where only the second ends as titles do. */
function read(text: string, first: Segment, next: Segment | undefined, confidence: Confidence): Read {
  const goesOn =
    next &&
    !next.isLabel &&
    next.key === first.key &&
    next.text.length <= 60 &&
    !ending.test(plain(first.text)) &&
    ending.test(plain(next.text))
  const end = goesOn ? next.end : first.end
  return { value: plain(text.slice(first.start, end)).slice(0, most), start: first.start, end, confidence }
}
