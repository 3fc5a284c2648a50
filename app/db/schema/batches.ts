import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { batchStates, itemStates } from '../../domain/batches/states'
import { instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'

/** 批量办理: one action over a list, worked item by item by a job in the name of the person who started it. */
export const batch = pgTable(
  'batch',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    kind: text().notNull(),
    title: text().notNull(),
    startedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    startedAt: instant().notNull(),
    state: text({ enum: batchStates }).notNull(),
    total: integer().notNull(),
    /** Worked items, whatever came of them; `failed` are among them. */
    done: integer().notNull(),
    failed: integer().notNull(),
    endedAt: instant(),
    /** Why it was stopped before its end. */
    reason: text(),
  },
  (t) => [
    index().on(t.bureauId, t.startedAt),
    index('batch_open')
      .on(t.bureauId)
      .where(sql`${t.state} in ('queued', 'running')`),
    oneOf('batch_state', t.state, batchStates),
    check('batch_counts', sql`${t.failed} between 0 and ${t.done} and ${t.done} <= ${t.total}`),
  ],
)

/** One item of a batch and what came of it. */
export const batchItem = pgTable(
  'batch_item',
  {
    batchId: uuid()
      .notNull()
      .references(() => batch.id),
    position: integer().notNull(),
    bureauId: ofBureau(),
    label: text().notNull(),
    /** The proposal it is about, once there is one. */
    subjectId: uuid(),
    /** JSON that the kind of batch reads. */
    input: text().notNull(),
    state: text({ enum: itemStates }).notNull(),
    message: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    index('batch_item_state').on(t.batchId, t.state, t.position),
    oneOf('batch_item_state', t.state, itemStates),
  ],
)
