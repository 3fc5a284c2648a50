import { parts, type Found } from './found'
import { opennessIn, outcomeIn } from './outcome-and-openness'
import type { PlainPage } from './plain-page'
import type { LetterPage, Sheet } from './sheet'

/** What the site's catalogue and the letter's margin say: index number, topics, class, openness. */
export function readCard(sheet: Sheet, { page, letter, title, labelled }: LetterPage) {
  const { head, tail, opening } = letter
  const above = ({ from }: Found) => from < opening.from
  sheet.line('index_no', indexIn(labelled('indexNo')[0]))
  sheet.list('topics', topicsIn(page, labelled('topics').filter(above)))
  sheet.line('genre', labelled('genre').find(above) ?? null)
  sheet.line('outcome_class', outcomeIn(page, labelled('outcome'), head, title))
  sheet.line('openness', opennessIn(page, labelled('openness'), [...head, ...tail]))
}

const topicsIn = (page: PlainPage, [first]: Found[]): Found[] =>
  first === undefined
    ? []
    : parts(page, first.from, first.to, /\s+|[;]/).map((topic) => ({ ...topic, confidence: 'labelled' }))

function indexIn(value: Found | undefined): Found | null {
  const own = value && /^[\w\-/.()]+/.exec(value.value)?.[0]
  return value && own ? { ...value, value: own, to: Math.min(value.to, value.from + own.length) } : null
}
