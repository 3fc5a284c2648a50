import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { mergedBy } from '../../domain/merging/merged-by'
import { instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

/** 并案: handled together, answered one by one; the leading proposal carries draft and chain. */
export const mergeGroup = pgTable(
  'merge_group',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    leadingId: uuid()
      .notNull()
      .references(() => proposal.id),
    /** Who merged them: the assigning body, which tells the delegates, or we. */
    mergedBy: text({ enum: mergedBy }).notNull(),
    reason: text().notNull(),
    formedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    formedAt: instant().notNull(),
  },
  (t) => [index().on(t.leadingId), oneOf('merge_group_merged_by', t.mergedBy, mergedBy)],
)

/** One row for each that is or was in it, the leading one too: statistics count both what came and what was merged. */
export const mergeMember = pgTable(
  'merge_member',
  {
    groupId: uuid()
      .notNull()
      .references(() => mergeGroup.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    joinedAt: instant().notNull(),
    leftAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.proposalId] }),
    uniqueIndex('merge_member_of_one')
      .on(t.proposalId)
      .where(sql`${t.leftAt} is null`),
  ],
)
