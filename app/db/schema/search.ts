import { customType, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { visibilities } from '../../domain/search/bigrams'
import { instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

/** Written as a literal; nobody reads it back. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What can be looked for, a row per proposal, visibility and part of a long text. Only fuhan_search reads `words`. */
export const proposalSearch = pgTable(
  'proposal_search',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    visibility: text({ enum: visibilities }).notNull(),
    part: integer().notNull(),
    bureauId: ofBureau(),
    /** Of everything the rows of this proposal are made from: unchanged, they need not be made again. */
    digest: text().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.visibility, t.part] }),
    index('proposal_search_words').using('gin', t.words),
    oneOf('proposal_search_visibility', t.visibility, visibilities),
  ],
)

/** 同题旧案: somebody found that this item was put forward before. */
export const earlierCase = pgTable(
  'earlier_case',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    earlierId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    linkedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    linkedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.earlierId] }), index().on(t.earlierId)],
)
