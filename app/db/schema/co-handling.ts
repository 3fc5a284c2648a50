import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { requestStates } from '../../domain/co-handling/request-states'
import { opinionWays } from '../../domain/co-handling/opinion-ways'
import { day, instant, oneOf } from './columns'
import { appUser, division, ofBureau, unit } from './people'
import { proposal } from './proposal'

/** 会办: one request to a unit or an internal division, with its own due date and life. */
export const request = pgTable(
  'request',
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    unitId: uuid().references(() => unit.id),
    divisionId: uuid().references(() => division.id),
    round: integer().notNull(),
    position: integer().notNull(),
    question: text().notNull(),
    state: text({ enum: requestStates }).notNull(),
    sentAt: instant().notNull(),
    dueOn: day().notNull(),
    derivation: text().notNull(),
    acknowledgedAt: instant(),
    answeredAt: instant(),
    settledAt: instant(),
    /** 第0217号提案, as it was asked about: a unit whose request was cancelled no longer reads the proposal. */
    item: text().notNull().default(''),
    /** Why it was declined, returned, disputed, waived or cancelled. */
    reason: text(),
    urgedTimes: integer().notNull(),
    /** Whom the unit may call: printed on its page, since it cannot see our people. */
    contactName: text().notNull(),
    contactPhone: text().notNull(),
  },
  (t) => [
    uniqueIndex('request_one_a_unit')
      .on(t.proposalId, t.round, t.unitId)
      .where(sql`${t.state} <> 'cancelled'`),
    uniqueIndex('request_one_a_division')
      .on(t.proposalId, t.round, t.divisionId)
      .where(sql`${t.state} <> 'cancelled'`),
    index().on(t.unitId, t.dueOn),
    oneOf('request_state', t.state, requestStates),
    check('request_one_party', sql`(${t.unitId} is null) <> (${t.divisionId} is null)`),
  ],
)

/** 会办意见, immutable; a redone opinion is a new row. */
export const opinion = pgTable(
  'opinion',
  {
    id: uuid().primaryKey(),
    requestId: uuid()
      .notNull()
      .references(() => request.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    unitId: uuid().references(() => unit.id),
    divisionId: uuid().references(() => division.id),
    isNoObjection: boolean().notNull(),
    text: text().notNull(),
    docNo: text().notNull(),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    givenVia: text({ enum: opinionWays }).notNull().default('account'),
    /** The account that gave it, or that entered the paper; a link or another bureau of this house has none. */
    givenBy: uuid().references(() => appUser.id),
    givenAt: instant().notNull(),
    /** 收文日期 of a paper opinion. */
    receivedOn: day(),
    /** The scan of the paper, a kept_file of this request (the key stands in the migration: files.ts builds on this file). */
    scanId: uuid(),
    /** Came when the letter was signed or the request waived: filed, and nothing of the letter changes. */
    isLate: boolean().notNull().default(false),
  },
  (t) => [
    index().on(t.requestId),
    index().on(t.proposalId),
    oneOf('opinion_given_via', t.givenVia, opinionWays),
    check('opinion_giver', sql`(${t.givenVia} in ('account', 'paper')) = (${t.givenBy} is not null)`),
    check(
      'opinion_paper',
      sql`(${t.givenVia} = 'paper') = (${t.receivedOn} is not null) and (${t.givenVia} = 'paper') = (${t.scanId} is not null)`,
    ),
  ],
)

/** A link to one request for a unit without an account, in real time. The token is never stored, only its hash. */
export const opinionLink = pgTable(
  'opinion_link',
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique(),
    requestId: uuid()
      .notNull()
      .references(() => request.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    round: integer().notNull(),
    /** Whom it was made for. */
    person: text().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => appUser.id),
    madeAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Who took it: a second opener sees the name. */
    acceptedBy: text(),
    acceptedAt: instant(),
    usedBy: text(),
    usedAt: instant(),
    voidedAt: instant(),
  },
  (t) => [
    uniqueIndex('opinion_link_one_live')
      .on(t.requestId)
      .where(sql`${t.usedAt} is null and ${t.voidedAt} is null`),
    index().on(t.proposalId),
  ],
)

/** 会办分歧协调: who met, when, what came of it; written once. */
export const coordination = pgTable(
  'coordination',
  {
    id: uuid().primaryKey(),
    requestId: uuid()
      .notNull()
      .references(() => request.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    heldOn: day().notNull(),
    people: text().notNull(),
    conclusion: text().notNull(),
    isAgreed: boolean().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    recordedAt: instant().notNull(),
  },
  (t) => [index().on(t.requestId), index().on(t.proposalId)],
)
