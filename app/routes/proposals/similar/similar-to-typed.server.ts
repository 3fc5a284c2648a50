import type { Viewer } from '~/domain/people/viewer'
import { findSimilar } from '~/domain/triage/find-similar.server'
import type { Typed } from '~/http/parse-form.server'
import { withWhy } from './case-list'

/** What resembles a form as it stands, valid or not; null where there is nothing yet to compare. */
export async function similarToTyped(viewer: Viewer, typed: Typed) {
  const value = (name: string) => typed[name]?.[0]?.trim() ?? ''
  const subject = value('subject').slice(0, 200)
  if (!subject) return null
  const sponsors = value('sponsors').split('\n').map((name) => name.trim()).filter(Boolean).slice(0, 60)
  const mine = { id: null, subject, text: value('text'), officialNo: value('officialNo').slice(0, 20), sponsors }
  return (await findSimilar(viewer, mine)).map(withWhy)
} // prettier-ignore
