import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { requestStates } from '../../domain/co-handling/request-states'
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
    /** Why it was declined, returned, waived or cancelled. */
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
    /** Null where it came from another bureau of this house, whose people we do not know. */
    givenBy: uuid().references(() => appUser.id),
    givenAt: instant().notNull(),
  },
  (t) => [index().on(t.requestId), index().on(t.proposalId)],
)
