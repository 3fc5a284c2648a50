import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { meeting } from '~/db/schema/people'
import { searchedName } from '../people/searched-name'
import type { Viewer } from '../people/viewer'
import type { Track } from '../proposal/words-of-the-trade'
import { Invalid } from '../refusals'
import { whereFrom } from './delegate-words'
import { findDelegates } from './read-delegates.server'

type Said = { sponsors: readonly string[]; meetingId: string; track: Track }

/**
 * A sponsor given by spelling or initials is nobody yet: the register says who it may be, and the registrar chooses.
 * Nothing is guessed, for the answer goes to whoever stands there.
 * @throws Invalid at the sponsors, with the names
 */
export async function refuseSpellings(viewer: Viewer, { sponsors, meetingId, track }: Said) {
  const spelt = sponsors.filter((name) => searchedName(name).letters !== null)
  if (spelt.length === 0) return
  const [held] = await asViewer(viewer, (tx) => tx.select().from(meeting).where(eq(meeting.id, meetingId)))
  const found = await Promise.all(
    spelt.map(async (q) => {
      const { rows } = await findDelegates(viewer, { q, track, kind: null, term: held?.term ?? null }, null)
      const names = rows.slice(0, 5).map((r) => (whereFrom(r) ? `${r.name}（${whereFrom(r)}）` : r.name))
      return names.length > 0
        ? `“${q}”可能是 ${names.join('、')}${rows.length > 5 ? ' 等' : ''}，请写姓名。`
        : `名册里没有拼音是“${q}”的，请写姓名。`
    }),
  )
  throw new Invalid([{ field: 'sponsors', message: found.join('') }])
}
