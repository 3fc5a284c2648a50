import { and, asc, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { bureau, meeting, unit } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import { meetingPhrase } from '../deadlines/meeting-words'
import type { Viewer } from '../people/viewer'
import { numberFreeStates } from '../proposal/states'
import type { SessionKind, Track } from '../proposal/words-of-the-trade'

/** What a registration chooses from: the place's meetings, newest first, and the bodies that hand items over. */
export async function readRegistrationChoices(viewer: Viewer) {
  return await asViewer(viewer, async (tx) => {
    const [meetings, units] = await Promise.all([
      tx
        .select({ id: meeting.id, track: meeting.track, region: meeting.region, term: meeting.term, session: meeting.session })
        .from(meeting)
        .innerJoin(bureau, eq(bureau.region, meeting.region))
        .orderBy(desc(meeting.openedOn), asc(meeting.track)),
      tx
        .select({ id: unit.id, name: unit.fullName })
        .from(unit)
        .where(and(isNull(unit.closedAt), inArray(unit.kind, ['assigning', 'government_office', 'oversight_npc', 'oversight_cppcc'])))
        .orderBy(asc(unit.position)),
    ]) // prettier-ignore
    return {
      units,
      meetings: meetings.map((m) => {
        const track = m.track as Track
        const { term, session } = m
        return { id: m.id, track, name: meetingPhrase({ placePrefix: m.region, track, term, session }) }
      }),
    }
  })
}

/** The register number that holds this meeting's official number already; null when it is free. */
export async function registerNoOfItem(
  viewer: Viewer,
  item: { meetingId: string; sessionKind: SessionKind; officialNo: string },
): Promise<string | null> {
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({ registerNo: proposal.registerNo })
      .from(proposal)
      .where(
        and(
          eq(proposal.meetingId, item.meetingId),
          eq(proposal.sessionKind, item.sessionKind),
          eq(proposal.officialNo, item.officialNo),
          notInArray(proposal.state, [...numberFreeStates]),
        ),
      ),
  )
  return rows[0]?.registerNo ?? null
}
