import type { ReadField } from '~/domain/intake/documents/provenance-states'
import { readFieldWords } from './reading-words'

export type Placed = { field: ReadField; start: number; end: number }

/** Longer documents are read in the file itself. */
const mostShown = 40_000

type Piece = { start: number; end: number; fields: ReadField[]; begins: ReadField[] }

/** The source cut where places begin and end. */
function piecesOf(length: number, places: readonly Placed[]): Piece[] {
  const cuts = [0, length, ...places.flatMap((p) => [p.start, p.end])].filter((at) => at >= 0 && at <= length)
  const sorted = [...new Set(cuts)].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? length
    return {
      start,
      end,
      fields: places.filter((p) => p.start <= start && p.end >= end).map((p) => p.field),
      begins: places.filter((p) => p.start === start).map((p) => p.field),
    }
  })
}

export const placeId = (field: ReadField) => `place-${field}`

/** The document’s text with the places the fields were read from; the long text itself is not marked, only where it begins. */
export function SourceView({ text, places }: { text: string; places: readonly Placed[] }) {
  const shown = text.slice(0, mostShown)
  return (
    <div className="source">
      {piecesOf(shown.length, places).map(({ start, end, fields, begins }) => {
        const named = fields.filter((field) => field !== 'text')
        const words = shown.slice(start, end).replaceAll('\t', '　')
        return (
          <span key={start}>
            {begins.map((field) => (
              <span key={field} id={placeId(field)} />
            ))}
            {named.length > 0 ? (
              <mark className="place" title={named.map((field) => readFieldWords[field]).join('、')}>
                {words}
              </mark>
            ) : (
              words
            )}
          </span>
        )
      })}
      {text.length > mostShown ? <p className="hint">以下略，请下载原件查看。</p> : null}
    </div>
  )
}
