import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { stepStates } from '../../domain/clearance/states'
import type { LetterContent } from '../../domain/reply/letter-content'
import type { LetterFields } from '../../domain/reply/letter-fields'
import { replyStates } from '../../domain/reply/states'
import { outcomes, opennessKinds, replyKinds } from '../../domain/proposal/words-of-the-trade'
import { bytea, day, instant, oneOf } from './columns'
import { appUser, delegate, division, ofBureau, unit } from './people'
import { proposal } from './proposal'

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

/** 答复件: what is drafted, cleared, signed, numbered and issued. */
export const reply = pgTable(
  'reply',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    kind: text({ enum: replyKinds }).notNull(),
    round: integer().notNull(),
    state: text({ enum: replyStates }).notNull(),
    drafterId: uuid()
      .notNull()
      .references(() => appUser.id),
    /** The newest revision, and the one under clearance or signed. */
    revisionN: integer().notNull(),
    frozenN: integer(),
    /** SHA-256 over revision, letter fields, template version and signer slot. */
    frozenHash: text(),
    startedAt: instant().notNull(),
    submittedAt: instant(),
    signedAt: instant(),
    issuedAt: instant(),
  },
  (t) => [
    uniqueIndex('reply_one_open')
      .on(t.proposalId, t.round)
      .where(sql`${t.state} in ('drafting', 'clearance', 'signed') and ${t.kind} in ('reply', 'opinion')`),
    index().on(t.proposalId),
    oneOf('reply_kind', t.kind, replyKinds),
    oneOf('reply_state', t.state, replyStates),
    check(
      'reply_frozen',
      sql`(${t.state} in ('clearance', 'signed', 'issued')) <= (${t.frozenN} is not null and ${t.frozenHash} is not null)`,
    ),
  ],
)

/** One saved version of the text and the letter's fields; immutable. */
export const revision = pgTable(
  'revision',
  {
    id: uuid().primaryKey(),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    n: integer().notNull(),
    /** Canonical JSON of the editor's document. */
    content: text().notNull(),
    fields: jsonb().$type<LetterFields>().notNull(),
    outcome: text({ enum: outcomes }),
    openness: text({ enum: opennessKinds }),
    opennessGround: text().notNull(),
    hash: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => appUser.id),
    savedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.replyId, t.n),
    oneOf('revision_outcome', t.outcome, outcomes),
    oneOf('revision_openness', t.openness, opennessKinds),
  ],
)

/** 审签: one step of one submission (`cycle`) over one frozen hash. Steps of equal `rank` run side by side. */
export const clearanceStep = pgTable(
  'clearance_step',
  {
    id: uuid().primaryKey(),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    cycle: integer().notNull(),
    rank: integer().notNull(),
    role: text().notNull(),
    divisionId: uuid().references(() => division.id),
    state: text({ enum: stepStates }).notNull(),
    hash: text().notNull(),
    openedAt: instant(),
    decidedBy: uuid().references(() => appUser.id),
    decidedAt: instant(),
    note: text(),
  },
  (t) => [unique().on(t.replyId, t.cycle, t.role), oneOf('clearance_step_state', t.state, stepStates)],
)

/** 审核意见: a point a reviewer wants settled, with its place in the text. */
export const remark = pgTable(
  'remark',
  {
    id: uuid().primaryKey(),
    stepId: uuid()
      .notNull()
      .references(() => clearanceStep.id),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    revisionN: integer().notNull(),
    /** The words it speaks of, copied from the text. */
    quote: text().notNull(),
    text: text().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => appUser.id),
    madeAt: instant().notNull(),
  },
  (t) => [index().on(t.replyId)],
)

/** 签发: who signed which hash; a lapsed signature keeps its row. */
export const signature = pgTable(
  'signature',
  {
    id: uuid().primaryKey(),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    signerId: uuid()
      .notNull()
      .references(() => appUser.id),
    signerName: text().notNull(),
    signerTitle: text().notNull(),
    hash: text().notNull(),
    /** 成文日期: the day of signing, never the day of issue. */
    letterDate: day().notNull(),
    signedAt: instant().notNull(),
    lapsedAt: instant(),
  },
  (t) => [
    uniqueIndex('signature_one_valid')
      .on(t.replyId)
      .where(sql`${t.lapsedAt} is null`),
  ],
)

/** A letter number series: one per bureau, purpose and year; `next` is taken in the issue transaction. */
export const numberSeries = pgTable(
  'number_series',
  {
    bureauId: ofBureau(),
    purpose: text().notNull(),
    year: integer().notNull(),
    code: text().notNull(),
    next: integer().notNull(),
  },
  (t) => [
    unique().on(t.bureauId, t.purpose, t.year),
    check('number_series_next', sql`${t.next} > 0`),
    oneOf('number_series_purpose', t.purpose, ['reply', 'opinion', 'register']),
  ],
)

/** 复函 as issued: exact bytes and their hash; immutable. */
export const letter = pgTable(
  'letter',
  {
    id: uuid().primaryKey(),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    round: integer().notNull(),
    delegateId: uuid().references(() => delegate.id),
    unitId: uuid().references(() => unit.id),
    purpose: text().notNull(),
    code: text().notNull(),
    year: integer().notNull(),
    seq: integer().notNull(),
    docNo: text().notNull(),
    letterDate: day().notNull(),
    printedOn: day().notNull(),
    content: jsonb().$type<LetterContent>().notNull(),
    bytes: bytea().notNull(),
    sha256: text().notNull(),
    isSealed: boolean().notNull(),
    issuedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    issuedAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.bureauId, t.code, t.year, t.seq),
    index().on(t.proposalId),
    check('letter_one_addressee', sql`(${t.delegateId} is null) <> (${t.unitId} is null)`),
  ],
)
