import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { deadlineKinds } from '../../domain/deadlines/deadline-words'
import { tracks } from '../../domain/proposal/words-of-the-trade'
import { day, instant, oneOf } from './columns'
import { appUser, meeting, ofBureau } from './people'

const byWhom = () =>
  uuid()
    .notNull()
    .references(() => appUser.id)

/** A bureau's own rule profiles. A version is written once; `body` is its canonical text. */
export const bureauProfile = pgTable(
  'bureau_profile',
  {
    bureauId: ofBureau(),
    entry: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    version: integer().notNull(),
    body: text().notNull(),
    writtenBy: byWhom(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bureauId, t.id, t.version] }),
    check('bureau_profile_version', sql`${t.version} > 0`),
  ],
)

/** Which version proposals of a track are put under from a day on; the one entered last counts. */
export const profileInForce = pgTable(
  'profile_in_force',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    bureauId: ofBureau(),
    track: text().notNull(),
    profileId: text().notNull(),
    profileVersion: integer().notNull(),
    effectiveFrom: day().notNull(),
    putBy: byWhom(),
    putAt: instant().notNull(),
  },
  (t) => [index().on(t.bureauId), oneOf('profile_in_force_track', t.track, tracks)],
)

/** A day the notice of one meeting fixes for a duty; the one entered last counts, without a day it is taken back. */
export const noticeDay = pgTable(
  'notice_day',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    bureauId: ofBureau(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    kind: text().notNull(),
    dueOn: day(),
    source: text().notNull(),
    enteredBy: byWhom(),
    enteredAt: instant().notNull(),
  },
  (t) => [index().on(t.bureauId), oneOf('notice_day_kind', t.kind, deadlineKinds)],
)
