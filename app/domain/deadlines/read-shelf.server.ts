import { desc } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { meeting } from '~/db/schema/people'
import type { Viewer } from '../people/viewer'
import { tracks, type Track } from '../proposal/words-of-the-trade'
import { NotFound } from '../refusals'
import type { Day } from './day'
import { noticeDaysOf } from './in-force'
import { meetingPhrase } from './meeting-words'
import { readOwnRules } from './own-rules.server'
import { shippedProfiles } from './profiles'
import { readRulebook } from './read-rulebook.server'
import type { RuleProfile } from './rule-profile'

/** All the rules a bureau can look up: what holds today by track, what will, its own versions and the shipped ones. */
export const readShelf = (viewer: Viewer, today: Day) =>
  asViewer(viewer, async (tx) => {
    const [own, rulebook] = await Promise.all([readOwnRules(tx), readRulebook(tx)])
    return {
      inForce: tracks.map((track) => ({ track, profile: rulebook.inForceOn(track, today) })),
      coming: own.inForce.filter((entry) => entry.from > today),
      own: own.profiles.toReversed(),
      shipped: shippedProfiles,
    }
  })

/**
 * One version, and the one it was made from where there is one.
 * @throws NotFound when the bureau has no such version
 */
export const readProfile = (viewer: Viewer, id: string, version: string) =>
  asViewer(viewer, async (tx) => {
    const own = await readOwnRules(tx)
    const find = (of: { id: string; version: number }): RuleProfile | undefined =>
      [...own.profiles, ...shippedProfiles].find((p) => p.id === of.id && p.version === of.version)
    const profile = /^[1-9]\d{0,5}$/.test(version) ? find({ id, version: Number(version) }) : undefined
    if (!profile) throw new NotFound('profile')
    const newest = Math.max(...own.profiles.filter((p) => p.id === id).map((p) => p.version), 0)
    const before = profile.madeFrom ? (find(profile.madeFrom) ?? null) : null
    return { profile, before, newest: newest === 0 ? null : newest }
  })

/** The meetings with the days their notices fix, newest first. */
export const readNoticeDays = (viewer: Viewer) =>
  asViewer(viewer, async (tx) => {
    const [own, meetings] = await Promise.all([
      readOwnRules(tx),
      tx.select().from(meeting).orderBy(desc(meeting.openedOn)),
    ])
    return meetings.map((m) => ({
      id: m.id,
      name: meetingPhrase({
        placePrefix: m.region,
        track: m.track as Track,
        term: m.term,
        session: m.session,
      }),
      days: noticeDaysOf(own.noticedDays, m.id),
    }))
  })
