import { randomUUID } from 'node:crypto'
import { asViewer } from '~/db/client.server'
import { meeting } from '~/db/schema/people'
import type { Track } from '../proposal/words-of-the-trade'
import type { Viewer } from './viewer'

export type NewMeeting = { track: Track; region: string; term: number; session: number; openedOn: string }

/** Adds a meeting; the same for every bureau, so that an existing one is found again. */
export async function openMeeting(viewer: Viewer, input: NewMeeting): Promise<string> {
  return await asViewer(viewer, async (tx) => {
    await tx
      .insert(meeting)
      .values({ id: randomUUID(), ...input })
      .onConflictDoNothing()
    const rows = await tx.select().from(meeting)
    const same = rows.find(
      (m) =>
        m.track === input.track &&
        m.region === input.region &&
        m.term === input.term &&
        m.session === input.session,
    )
    if (!same) throw new Error('the meeting was not stored')
    return same.id
  })
}
