import { z } from 'zod'
import { readFields } from '~/domain/intake/documents/provenance-states'
import { registration } from '~/domain/intake/registration'
import { hiddenFields, linesOf, manyOf } from '~/http/form-fields'
import { maxText } from './registration-limits'

const oneALine = (text: unknown) =>
  typeof text === 'string'
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : []

const plainBreaks = (text: unknown) => (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text)

/** The form's texts as a registration: names one a line, an empty choice as none, boxes as yes or no. */
function shapeOf(raw: unknown): unknown {
  const form = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  return {
    ...form,
    text: plainBreaks(form['text']),
    sponsors: oneALine(form['sponsors']),
    assigningUnitId: form['assigningUnitId'] || null,
    isWide: form['isWide'] !== undefined,
    priority: form['priority'] === undefined ? 'normal' : 'key',
  }
}

const beside = { key: hiddenFields.key, asks: linesOf('诉求', 50, 500) }

/** What 登记一件 posts: the registration, and the asks where they were split at once. */
export const registrationForm = z.preprocess(shapeOf, z.intersection(registration, z.object(beside)))

/** The same from a document: with the fields that were compared with it. */
export const registrationFromDocument = z.preprocess(
  shapeOf,
  z.intersection(registration, z.object({ ...beside, accepted: manyOf(z.enum(readFields)) })),
)

/** What is given back with a refused form: everything within the limit, of a longer text its beginning. */
export function withinLimit(typed: Record<string, string[]>): Record<string, string[]> {
  const [text] = typed['text'] ?? []
  if (text === undefined || text.length <= maxText) return typed
  return { ...typed, text: [text.slice(0, maxText).replace(/[\uD800-\uDBFF]$/, '')] }
}
