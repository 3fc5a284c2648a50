import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { additionalUnitStates } from '../../domain/additional-unit/states'
import { objectionStates } from '../../domain/objection/states'
import { day, instant, oneOf } from './columns'
import { appUser, ofBureau, unit } from './people'
import { proposal } from './proposal'

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

/** 退办: we ask the assigning body to hand it to another unit. It stands beside the main state and stops no clock. */
export const objection = pgTable(
  'objection',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    state: text({ enum: objectionStates }).notNull(),
    reason: text().notNull(),
    /** As the bureau names it; it need not be one of the units known here. */
    proposedUnit: text().notNull(),
    /** The last day of the window as it was reckoned when this was raised, with the derivation. */
    windowEndsOn: day().notNull(),
    derivation: text().notNull(),
    /** Raised after the window, by the deputy himself. */
    isLate: boolean().notNull(),
    raisedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    raisedAt: instant().notNull(),
    /** What the assigning body answered, or why it was taken back. */
    answer: text(),
    /** 改办通知, where it was upheld. */
    decisionDocument: text(),
    settledBy: uuid().references(() => appUser.id),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex('objection_one_open')
      .on(t.proposalId)
      .where(sql`${t.state} = 'raised'`),
    index().on(t.proposalId),
    oneOf('objection_state', t.state, objectionStates),
    check('objection_settled', sql`(${t.state} = 'raised') = (${t.settledAt} is null)`),
    check('objection_decided', sql`(${t.state} = 'upheld') <= (${t.decisionDocument} is not null)`),
  ],
)

/** 增办: we handle it, and ask the assigning body to add a unit. */
export const additionalUnit = pgTable(
  'additional_unit',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    state: text({ enum: additionalUnitStates }).notNull(),
    reason: text().notNull(),
    requestedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    requestedAt: instant().notNull(),
    answer: text(),
    answeredBy: uuid().references(() => appUser.id),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex('additional_unit_one_open')
      .on(t.proposalId, t.unitId)
      .where(sql`${t.state} = 'requested'`),
    index().on(t.proposalId),
    oneOf('additional_unit_state', t.state, additionalUnitStates),
    check('additional_unit_answered', sql`(${t.state} = 'requested') = (${t.answeredAt} is null)`),
  ],
)

/** 撤回: the delegate's own letter ended it. */
export const withdrawal = pgTable('withdrawal', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposal.id),
  bureauId: ofBureau(),
  /** 来函 and its date. */
  letter: text().notNull(),
  letterOn: day().notNull(),
  recordedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  recordedAt: instant().notNull(),
})
