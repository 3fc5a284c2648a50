import { asViewer } from '~/db/client.server'
import type { Viewer } from '../people/viewer'
import { nextFree } from '../taking-over/next-free'
import { numbersTakenOver } from '../taking-over/numbers-used.server'
import { peekNumber, type SeriesPurpose } from './numbering.server'

/** The number the next letter would get; a series that has not begun begins at 1 with the bureau's code. */
export async function readNextNumber(
  viewer: Viewer,
  series: { purpose: SeriesPurpose; year: number; code: string },
) {
  const bureauId = viewer.bureauId
  if (!bureauId) throw new Error('a number belongs to a bureau')
  const { code, ...which } = series
  return await asViewer(viewer, async (tx) => {
    const found = await peekNumber(tx, { ...which, bureauId })
    return (
      found ?? { code, next: nextFree(1, await numbersTakenOver(tx, { bureauId, code, year: which.year })) }
    )
  })
}
