import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { itemDay } from '~/db/schema/intake'
import { meeting } from '~/db/schema/people'
import { readCalendar } from '../calendar/read-notices.server'
import type { Viewer } from '../people/viewer'
import type { Track } from '../proposal/words-of-the-trade'
import { NotFound } from '../refusals'
import type { Day } from './day'
import { inForceOn, noticeDaysOf } from './in-force'
import { readOwnRules } from './own-rules.server'
import type { Item } from './profile-for'
import { profileOf } from './profiles'
import { statutoryDefault } from './profiles/statutory-default'
import { rulesOf, type Rulebook, type Ruled, type Rules } from './rulebook'

/** The rulebook as this transaction sees it. */
export async function readRulebook(tx: Tx): Promise<Rulebook> {
  const [calendar, own] = await Promise.all([readCalendar(tx), readOwnRules(tx)])
  const find: Rulebook['profileOf'] = (id, version) =>
    own.profiles.find((p) => p.id === id && p.version === version) ?? profileOf(id, version)
  return {
    calendar,
    profileOf: find,
    inForceOn(track, day) {
      const entry = inForceOn(own.inForce, track, day)
      return entry ? find(entry.id, entry.version) : statutoryDefault
    },
    noticeDaysOf: (meetingId) => noticeDaysOf(own.noticedDays, meetingId),
  }
}

/** The same for a page that reads nothing else with it. */
export const rulebookFor = (viewer: Viewer): Promise<Rulebook> => asViewer(viewer, readRulebook)

/** @throws NotFound when neither the bureau nor the house has such a version */
export async function versionOf(tx: Tx, { id, version }: { id: string; version: number }) {
  const { profileOf: find } = await readRulebook(tx)
  try {
    return find(id, version)
  } catch (cause) {
    if (cause instanceof RangeError) throw new NotFound('profile')
    throw cause
  }
}

/** The rules of one proposal in all its circumstances, the place of its meeting too. */
export async function readRules(
  tx: Tx,
  proposal: Ruled & { id?: string; meetingId: string },
): Promise<Rules> {
  const [rulebook, [held], [ownDay]] = await Promise.all([
    readRulebook(tx),
    tx.select({ region: meeting.region }).from(meeting).where(eq(meeting.id, proposal.meetingId)),
    proposal.id === undefined
      ? []
      : tx
          .select({ dueOn: itemDay.dueOn, source: itemDay.source })
          .from(itemDay)
          .where(eq(itemDay.proposalId, proposal.id)),
  ])
  return rulesOf(rulebook, { ...proposal, region: held?.region ?? null, itemDay: ownDay ?? null })
}

/** The rules a proposal would be put under if it were registered as it stands. */
export const rulesForNew = (
  viewer: Viewer,
  { track, assignedOn, meetingId, ...item }: Item & { track: Track; assignedOn: Day; meetingId: string },
): Promise<Rules> =>
  asViewer(viewer, async (tx) => {
    const { id, version } = (await readRulebook(tx)).inForceOn(track, assignedOn)
    const ruled = { ...item, track, profileId: id, profileVersion: version }
    return isId(meetingId)
      ? await readRules(tx, { ...ruled, meetingId })
      : rulesOf(await readRulebook(tx), ruled)
  })

/** What was typed need not be one, and the database would call it an error. */
const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
