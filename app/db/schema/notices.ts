import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { chaseSteps } from '../../domain/deadlines/chase'
import { channels, noticeKinds, timings } from '../../domain/notices/kinds'
import { instant, oneOf } from './columns'
import { request } from './co-handling'
import { outbox } from './log'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

const ofUser = () =>
  uuid()
    .notNull()
    .references(() => appUser.id)

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

/** 收件: what one person was told, once per outbox row. */
export const notice = pgTable(
  'notice',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    userId: ofUser(),
    outboxId: bigint({ mode: 'number' })
      .notNull()
      .references(() => outbox.id),
    proposalId: ofProposal(),
    kind: text({ enum: noticeKinds }).notNull(),
    line: text().notNull(),
    href: text().notNull(),
    writtenAt: instant().notNull(),
    readAt: instant(),
    /** When the day's digest takes it along; null where it goes at once or not at all. */
    digestAt: instant(),
    digestedAt: instant(),
  },
  (t) => [
    unique().on(t.outboxId, t.userId),
    index().on(t.userId, t.writtenAt),
    index('notice_unread').on(t.userId).where(sql`${t.readAt} is null`),
    index('notice_for_digest').on(t.bureauId, t.digestAt).where(sql`${t.digestAt} is not null and ${t.digestedAt} is null`),
    oneOf('notice_kind', t.kind, noticeKinds),
  ],
) // prettier-ignore

/** How one person wants one kind by mail; without a row: at once. */
export const noticePreference = pgTable(
  'notice_preference',
  {
    userId: ofUser(),
    bureauId: ofBureau(),
    kind: text({ enum: noticeKinds }).notNull(),
    timing: text({ enum: timings }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind] }),
    oneOf('notice_preference_kind', t.kind, noticeKinds),
    oneOf('notice_preference_timing', t.timing, timings),
  ],
)

/** Where a person's mail goes, given by himself. */
export const noticeAddress = pgTable('notice_address', {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  bureauId: ofBureau(),
  email: text().notNull(),
  wantsSms: boolean().notNull(),
})

/** 关注 */
export const watching = pgTable(
  'watching',
  { proposalId: ofProposal(), userId: ofUser(), bureauId: ofBureau(), since: instant().notNull() },
  (t) => [primaryKey({ columns: [t.proposalId, t.userId] }), index().on(t.userId)],
)

/** One mail or text message to one person; `cause` makes it the only one of its kind. */
export const message = pgTable(
  'message',
  {
    /** Also the Message-ID, the same at every try, so that a receiver knows a repeated one. */
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    userId: ofUser(),
    channel: text({ enum: channels }).notNull(),
    /** notice:ID or digest:INSTANT. */
    cause: text().notNull(),
    address: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    writtenAt: instant().notNull(),
    attempts: integer().notNull(),
    nextAt: instant().notNull(),
    /** Sent, or with the recorded-only port: kept here and nowhere else. */
    sentAt: instant(),
    outcome: text({ enum: ['sent', 'recorded'] }),
    refusedAt: instant(),
    lastError: text(),
  },
  (t) => [
    unique().on(t.userId, t.channel, t.cause),
    index('message_waiting')
      .on(t.bureauId, t.nextAt)
      .where(sql`${t.sentAt} is null and ${t.refusedAt} is null`),
    oneOf('message_channel', t.channel, channels),
    check('message_outcome', sql`(${t.sentAt} is null) = (${t.outcome} is null)`),
  ],
)

/** A step of the chase ladder that was taken: once per subject, however many nights were missed. */
export const chaseTaken = pgTable(
  'chase_taken',
  {
    bureauId: ofBureau(),
    subject: text().notNull(),
    step: text({ enum: chaseSteps }).notNull(),
    proposalId: ofProposal(),
    takenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bureauId, t.subject, t.step] }),
    index().on(t.proposalId),
    oneOf('chase_taken_step', t.step, chaseSteps),
  ],
)

/** 催办 by hand, of a proposal or of one request; each can be printed as a 催办单. */
export const urging = pgTable(
  'urging',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    requestId: uuid().references(() => request.id),
    /** The how-manieth of this proposal. */
    n: integer().notNull(),
    reason: text().notNull(),
    urgedBy: ofUser(),
    urgedAt: instant().notNull(),
  },
  (t) => [unique().on(t.proposalId, t.n)],
)

/** How each job of the schedule fares; one row per job, real time. */
export const jobRun = pgTable('job_run', {
  job: text().primaryKey(),
  startedAt: instant().notNull(),
  succeededAt: instant(),
  failedAt: instant(),
  lastError: text(),
})
