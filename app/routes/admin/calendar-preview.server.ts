import type { Notice } from '~/domain/calendar/notice'
import { noticeName } from '~/domain/calendar/changed-notices'
import { previewMoves } from '~/domain/calendar/preview-moves.server'
import type { UserVisit } from '~/http/for-user.server'
import { newKey } from '~/http/new-key.server'

/** The answer to a form that was well formed: what it would put in force and move, and the form that confirms it. */
export async function previewOf(visit: UserVisit, notices: readonly Notice[]) {
  const { basedOn, years, total, lines } = await previewMoves(visit.viewer, notices)
  const changed = notices.filter((n) => years.includes(n.year))
  return {
    preview: {
      key: newKey(),
      basedOn,
      total,
      lines,
      notices: JSON.stringify({ notices: changed }),
      heads: changed.map((n) => ({
        year: n.year,
        name: noticeName(n),
        rest: Object.keys(n.rest).length,
        work: Object.keys(n.work).length,
      })),
    },
  }
}
