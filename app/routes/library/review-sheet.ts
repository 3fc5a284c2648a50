import { fieldForms, typedField } from '~/domain/library/accepted-fields'
import { confidenceWords, findingWords, isGrave } from '~/domain/library/finding-words'
import { markedText, type Mark } from '~/domain/library/marked-text'
import type { readPaper, readReply } from '~/domain/library/read-library.server'
import type { Finding } from '~/domain/library/reading/reading'
import { paths } from '~/http/paths'
import { instantWords } from '~/ui/dates'

/** A field of the form: what was read, how far to trust it, and the place to look at. */
export type FieldRow = {
  field: string
  value: string
  confidence: string | null
  isDoubtful: boolean
  place: string | null
}
export type FindingRow = { id: string; word: string; reason: string; isGrave: boolean; place: string | null }
export type Stated = { who: string; at: string; reason: string | null }

const longestShown = 60_000

export const anchorOf = (at: number) => `p-${at}`

type ReplyRow = Awaited<ReturnType<typeof readReply>>
type PaperRow = Awaited<ReturnType<typeof readPaper>>

/** What the review page of a reply shows. */
export function replySheet(row: ReplyRow) {
  const { reading, fields } = row
  const marks = Object.entries(reading.places).flatMap(([field, places]) =>
    places.map(({ from, to }) => ({ from, to, name: field, isFlaw: false })),
  )
  return {
    ...commonSheet(row, reading.findings, marks),
    rows: fieldForms.map(({ field }): FieldRow => {
      const [first] = reading.places[field] ?? []
      const isShown = first !== undefined && first.to <= longestShown
      return {
        field,
        value: typedField(fields[field]),
        confidence: first ? confidenceWords[first.confidence] : null,
        isDoubtful: first?.confidence === 'likely',
        place: isShown ? anchorOf(first.from) : null,
      }
    }),
  }
}

/** What the review page of a basis document shows. */
export const paperSheet = (row: PaperRow) => ({
  ...commonSheet(
    row,
    row.findings.filter(({ code }) => code !== 'NOT_A_REPLY'),
    [],
  ),
  documentNumber: row.documentNumber,
  issuer: row.issuer,
  issuedOn: row.issuedOn,
})

function commonSheet(row: ReplyRow | PaperRow, findings: readonly Finding[], marks: readonly Mark[]) {
  const text = row.text.slice(0, longestShown)
  const flaws = findings.flatMap(({ code, from, to }) =>
    from === null || to === null ? [] : [{ from, to, name: findingWords[code], isFlaw: true }],
  )
  return {
    title: row.title,
    state: row.state,
    stated: { who: row.who ?? '', at: instantWords(row.decidedAt ?? row.importedAt), reason: row.reason },
    file: paths.file(row.fileId),
    isCut: row.text.length > text.length,
    pieces: markedText(text, [...marks, ...flaws]),
    findings: findings.map(({ code, reason, from, to }, index): FindingRow => ({
      id: `${index}`,
      word: findingWords[code],
      reason,
      isGrave: isGrave(code),
      place: from !== null && to !== null && to > from && to <= text.length ? anchorOf(from) : null,
    })),
  }
}
