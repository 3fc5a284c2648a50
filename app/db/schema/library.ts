import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { libraryStates } from '../../domain/library/states'
import { day, instant, oneOf } from './columns'
import { keptFile } from './files'
import { appUser, ofBureau } from './people'

/** What both shelves keep of a page: its bytes' hash and file, its words, who brought it in and who decided. */
const brought = {
  id: uuid().primaryKey(),
  bureauId: ofBureau(),
  state: text({ enum: libraryStates }).notNull(),
  sha256: text().notNull(),
  fileId: uuid()
    .notNull()
    .references(() => keptFile.id),
  /** The page's words; every place of the reading counts in them. */
  text: text().notNull(),
  title: text().notNull(),
  documentNumber: text(),
  issuer: text(),
  importedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  importedAt: instant().notNull(),
  decidedBy: uuid().references(() => appUser.id),
  decidedAt: instant(),
  reason: text(),
}

/** A published reply of this or another bureau. In quarantine until a person stands for what was read. */
export const pastReply = pgTable(
  'past_reply',
  {
    ...brought,
    /** Canonical JSON of what the machine read: fields, places, findings, references. Never changed. */
    reading: text().notNull(),
    /** Canonical JSON of the fields as a person accepted them; until then as they were read. */
    fields: text().notNull(),
    itemNo: text(),
    subject: text(),
    letterDate: day(),
  },
  (t) => [
    unique().on(t.bureauId, t.sha256),
    index().on(t.bureauId, t.state, t.importedAt),
    oneOf('past_reply_state', t.state, libraryStates),
    check(
      'past_reply_decided',
      sql`(${t.state} = 'quarantine') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null) and (${t.state} <> 'refused' or ${t.reason} is not null)`,
    ),
  ],
)

/** 依据文件: a policy that replies cite. */
export const basisDocument = pgTable(
  'basis_document',
  {
    ...brought,
    /** Canonical JSON of what a person should look at. */
    findings: text().notNull(),
    issuedOn: day(),
  },
  (t) => [
    unique().on(t.bureauId, t.sha256),
    index().on(t.bureauId, t.state, t.importedAt),
    oneOf('basis_document_state', t.state, libraryStates),
    check(
      'basis_document_decided',
      sql`(${t.state} = 'quarantine') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null) and (${t.state} <> 'refused' or ${t.reason} is not null)`,
    ),
  ],
)
