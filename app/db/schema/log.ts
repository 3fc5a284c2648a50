import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { bureau, ofBureau } from './people'
import { proposal } from './proposal'

/** The append-only log: per proposal, and one chain per bureau for what concerns no proposal. */
export const event = pgTable(
  'event',
  {
    bureauId: ofBureau(),
    /** 'proposal:ID' or 'bureau:ID'. */
    chain: text().notNull(),
    sequence: integer().notNull(),
    proposalId: uuid().references(() => proposal.id),
    kind: text().notNull(),
    actor: text().notNull(),
    actorName: text().notNull(),
    businessAt: instant().notNull(),
    recordedAt: instant().notNull(),
    /** The exact text that was hashed; `body` is the same as jsonb for queries only. */
    canonical: text().notNull(),
    body: jsonb().$type<EventBody>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chain, t.sequence] }),
    index().on(t.proposalId),
    check(
      'event_chain',
      sql`${t.chain} = coalesce('proposal:' || ${t.proposalId}::text, 'bureau:' || ${t.bureauId}::text)`,
    ),
    check('event_canonical', sql`${t.canonical}::jsonb = ${t.body}`),
  ],
)

/** What one event says: ids, hashes and the columns it changed; never a phone, a draft or an opinion. */
export type EventBody = {
  bureau: string
  chain: string
  sequence: number
  version: number
  previousHash: string
  kind: string
  actor: string
  actorName: string
  businessAt: string
  recordedAt: string
  correlation: string
  changes: Record<string, unknown>
  replyChanges?: { replyId: string; [column: string]: unknown } | undefined
  details: Record<string, unknown>
}

/** The end of a bureau's own chain, locked while an event is appended. */
export const bureauChain = pgTable('bureau_chain', {
  bureauId: uuid()
    .primaryKey()
    .references(() => bureau.id),
  sequence: integer().notNull(),
  headHash: text().notNull(),
})

/** Idempotency keys: unique per actor, stored with the first result in the same transaction. */
export const commandKey = pgTable(
  'command_key',
  {
    actor: text().notNull(),
    key: text().notNull(),
    bureauId: ofBureau(),
    event: text().notNull(),
    digest: text().notNull(),
    result: jsonb().$type<{ result: unknown }>().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
)

/** Messages to the world, written with the event and sent after commit. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    bureauId: ofBureau(),
    proposalId: uuid().references(() => proposal.id),
    topic: text().notNull(),
    payload: jsonb().notNull(),
    writtenAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [
    index()
      .on(t.bureauId, t.id)
      .where(sql`${t.sentAt} is null`),
  ],
)
