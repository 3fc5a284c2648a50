import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { termUnits } from '../../domain/deadlines/deadline-words'
import { day, instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'
import { deadline, proposal } from './proposal'

/** 延期: what a deadline got on top of its rule's amount, by whose approval; one at a time, removed rather than deleted. */
export const extension = pgTable(
  'extension',
  {
    id: uuid().primaryKey(),
    deadlineId: uuid()
      .notNull()
      .references(() => deadline.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    /** In the rule's unit. */
    amount: integer().notNull(),
    unit: text({ enum: termUnits }).notNull(),
    reason: text().notNull(),
    /** 批准文件: its title or number. */
    approvalDocument: text().notNull(),
    grantedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    grantedAt: instant().notNull(),
    removedBy: uuid().references(() => appUser.id),
    removedAt: instant(),
    removalReason: text(),
  },
  (t) => [
    uniqueIndex('extension_one_at_a_time')
      .on(t.deadlineId)
      .where(sql`${t.removedAt} is null`),
    index().on(t.proposalId),
    oneOf('extension_unit', t.unit, termUnits),
    check('extension_amount', sql`${t.amount} >= 1`),
    check(
      'extension_removed_whole',
      sql`(${t.removedAt} is null) = (${t.removedBy} is null) and (${t.removedAt} is null) = (${t.removalReason} is null)`,
    ),
  ],
)

/** 暂停: the proposal's own clocks stood from `pausedOn` to the day before `resumedOn`. */
export const pause = pgTable(
  'pause',
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    round: integer().notNull(),
    pausedOn: day().notNull(),
    reason: text().notNull(),
    pausedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    pausedAt: instant().notNull(),
    resumedOn: day(),
    resumedBy: uuid().references(() => appUser.id),
    resumedAt: instant(),
    resumeReason: text(),
  },
  (t) => [
    uniqueIndex('pause_one_at_a_time')
      .on(t.proposalId)
      .where(sql`${t.resumedOn} is null`),
    index().on(t.proposalId),
    check('pause_order', sql`${t.resumedOn} >= ${t.pausedOn}`),
    check(
      'pause_resumed_whole',
      sql`(${t.resumedOn} is null) = (${t.resumedBy} is null) and (${t.resumedOn} is null) = (${t.resumedAt} is null) and (${t.resumedOn} is null) = (${t.resumeReason} is null)`,
    ),
  ],
)
