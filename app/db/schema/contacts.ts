import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { keptFile } from './files'
import { ofBureau } from './people'
import { contact, proposal } from './proposal'

/** 沟通材料: which files stand beside a record; its correction names them anew. */
export const contactFile = pgTable(
  'contact_file',
  {
    contactId: uuid()
      .notNull()
      .references(() => contact.id),
    fileId: uuid()
      .notNull()
      .references(() => keptFile.id),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.fileId] }), index().on(t.proposalId)],
)
