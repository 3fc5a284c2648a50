import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { fileKinds } from '../../domain/files/file-kinds'
import { fileReaders } from '../../domain/files/held-for'
import { confidences, provenanceStates, readFields } from '../../domain/intake/documents/provenance-states'
import { request } from './co-handling'
import { instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

/** A file that was kept, as it came; its bytes lie in the file store under their hash. Immutable. */
export const keptFile = pgTable(
  'kept_file',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    sha256: text().notNull(),
    size: integer().notNull(),
    name: text().notNull(),
    kind: text({ enum: fileKinds }).notNull(),
    /** What for, a word of domain/files/held-for.ts; who sees it follows from that. */
    heldFor: text().notNull(),
    seenBy: text({ enum: fileReaders }).notNull(),
    proposalId: uuid().references(() => proposal.id),
    requestId: uuid().references(() => request.id),
    /** Null where the holder of a link, who has no account, brought it. */
    keptBy: uuid().references(() => appUser.id),
    keptAt: instant().notNull(),
  },
  (t) => [
    index().on(t.proposalId),
    index().on(t.bureauId, t.heldFor, t.keptAt),
    oneOf('kept_file_kind', t.kind, fileKinds),
    oneOf('kept_file_seen_by', t.seenBy, fileReaders),
    check('kept_file_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$' and ${t.size} > 0`),
    check(
      'kept_file_held',
      sql`(${t.seenBy} in ('party', 'staff', 'asked')) = (${t.proposalId} is not null) and (${t.seenBy} <> 'asked' or ${t.requestId} is not null)`,
    ),
  ],
)

/** What a machine made of a document: its text, and the fields found in it. Immutable; a proposal may come of it. */
export const documentReading = pgTable(
  'document_reading',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    fileId: uuid()
      .notNull()
      .references(() => keptFile.id),
    /** Empty where the file's text cannot be read. */
    text: text().notNull(),
    /** Where each page of a PDF begins in the text. */
    pageStarts: integer().array().notNull(),
    /** Canonical JSON of the fields with their places and confidence. */
    fields: text().notNull(),
    /** Why the text could not be read; null where it was. */
    whyUnread: text(),
    readBy: uuid()
      .notNull()
      .references(() => appUser.id),
    readAt: instant().notNull(),
  },
  (t) => [index().on(t.bureauId, t.readAt), index().on(t.fileId)],
)

/** Where a field of a proposal comes from, and who stands for it. */
export const provenance = pgTable(
  'provenance',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    field: text({ enum: readFields }).notNull(),
    bureauId: ofBureau(),
    readingId: uuid()
      .notNull()
      .references(() => documentReading.id),
    valueRead: text().notNull(),
    /** Offsets in the reading's text; null where it was inferred from the whole. */
    startAt: integer(),
    endAt: integer(),
    page: integer(),
    confidence: text({ enum: confidences }).notNull(),
    state: text({ enum: provenanceStates }).notNull(),
    decidedBy: uuid().references(() => appUser.id),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.field] }),
    oneOf('provenance_field', t.field, readFields),
    oneOf('provenance_confidence', t.confidence, confidences),
    oneOf('provenance_state', t.state, provenanceStates),
    check(
      'provenance_place',
      sql`(${t.startAt} is null) = (${t.endAt} is null) and ${t.startAt} <= ${t.endAt}`,
    ),
    check(
      'provenance_decided',
      sql`(${t.state} = 'unconfirmed') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
  ],
)
