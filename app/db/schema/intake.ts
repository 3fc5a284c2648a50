import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { batch } from './batches'
import { day, instant } from './columns'
import { keptFile } from './files'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

/** 交办清单: a list from the assigning body as it was handed in, on its way to being registered. */
export const listImport = pgTable(
  'list_import',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    fileName: text().notNull(),
    /** The bytes as they were handed in. */
    fileId: uuid()
      .notNull()
      .references(() => keptFile.id),
    /** JSON: the heads of the columns, left to right. */
    heads: text().notNull(),
    /** Which heads, in whatever order: under it a mapping is remembered. */
    signature: text().notNull(),
    rowCount: integer().notNull(),
    /** JSON of the mapping and of what the list itself does not say; null until chosen. */
    settings: text(),
    uploadedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    uploadedAt: instant().notNull(),
    /** Set when its rows are being registered: from then on nothing of it changes. */
    batchId: uuid().references(() => batch.id),
  },
  (t) => [index().on(t.bureauId, t.uploadedAt)],
)

/** One row of a list; `position` is its row in the sheet as the spreadsheet program numbers it. */
export const listRow = pgTable(
  'list_row',
  {
    importId: uuid()
      .notNull()
      .references(() => listImport.id),
    position: integer().notNull(),
    bureauId: ofBureau(),
    /** JSON: the cells, left to right, as printed. */
    cells: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
)

/** How a bureau read a list with these heads the last time. */
export const keptMapping = pgTable(
  'kept_mapping',
  {
    bureauId: ofBureau(),
    signature: text().notNull(),
    settings: text().notNull(),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.bureauId, t.signature] })],
)

/** 办理期限 that the assigning body's list fixes for one item besides the rules; the tighter of them holds. */
export const itemDay = pgTable('item_day', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposal.id),
  bureauId: ofBureau(),
  dueOn: day().notNull(),
  source: text().notNull(),
})
