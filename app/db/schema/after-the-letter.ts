import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { commitmentStates } from '../../domain/commitments/states'
import { publicationStates } from '../../domain/publication/states'
import { receiptStates } from '../../domain/receipt/states'
import { publicationModes, ratings } from '../../domain/proposal/words-of-the-trade'
import { day, instant, oneOf } from './columns'
import { appUser, delegate, division, ofBureau } from './people'
import { proposal } from './proposal'
import { letter, reply } from './reply'

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

/** 回执 of one letter, addressee and round. */
export const receipt = pgTable(
  'receipt',
  {
    id: uuid().primaryKey(),
    letterId: uuid()
      .notNull()
      .references(() => letter.id),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    delegateId: uuid()
      .notNull()
      .references(() => delegate.id),
    round: integer().notNull(),
    state: text({ enum: receiptStates }).notNull(),
    dueOn: day().notNull(),
    derivation: text().notNull(),
    attitude: text({ enum: ratings }),
    result: text({ enum: ratings }),
    reason: text(),
    receivedAt: instant(),
  },
  (t) => [
    unique().on(t.letterId, t.delegateId, t.round),
    oneOf('receipt_state', t.state, receiptStates),
    oneOf('receipt_attitude', t.attitude, ratings),
    oneOf('receipt_result', t.result, ratings),
  ],
)

/** The personal link of one receipt: only the token's SHA-256 is kept; used once, valid until a real instant. */
export const receiptLink = pgTable('receipt_link', {
  tokenHash: text().primaryKey(),
  receiptId: uuid()
    .notNull()
    .references(() => receipt.id),
  letterId: uuid()
    .notNull()
    .references(() => letter.id),
  proposalId: ofProposal(),
  bureauId: ofBureau(),
  delegateId: uuid()
    .notNull()
    .references(() => delegate.id),
  expiresAt: instant().notNull(),
  usedAt: instant(),
  revokedAt: instant(),
})

/** 公开: here the recorded decision; the public page comes later. */
export const publication = pgTable(
  'publication',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    round: integer().notNull(),
    state: text({ enum: publicationStates }).notNull(),
    mode: text({ enum: publicationModes }).notNull(),
    ground: text().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    proposedAt: instant().notNull(),
    reviewedBy: uuid().references(() => appUser.id),
    reviewedAt: instant(),
  },
  (t) => [
    unique().on(t.proposalId, t.round),
    oneOf('publication_state', t.state, publicationStates),
    oneOf('publication_mode', t.mode, publicationModes),
  ],
)

/** 承诺事项: a sentence of the reply with owner, due date and measure. */
export const commitment = pgTable(
  'commitment',
  {
    id: uuid().primaryKey(),
    proposalId: ofProposal(),
    bureauId: ofBureau(),
    replyId: uuid()
      .notNull()
      .references(() => reply.id),
    n: integer().notNull(),
    sentence: text().notNull(),
    divisionId: uuid()
      .notNull()
      .references(() => division.id),
    dueOn: day().notNull(),
    measure: text().notNull(),
    state: text({ enum: commitmentStates }).notNull(),
    confirmedBy: uuid().references(() => appUser.id),
    confirmedAt: instant(),
  },
  (t) => [
    unique().on(t.replyId, t.n),
    index().on(t.proposalId),
    oneOf('commitment_state', t.state, commitmentStates),
  ],
)

/** “No promises in this reply”, confirmed by the division head: closing asks for one or the other. */
export const commitmentReview = pgTable(
  'commitment_review',
  {
    proposalId: ofProposal(),
    round: integer().notNull(),
    bureauId: ofBureau(),
    hasCommitments: boolean().notNull(),
    reviewedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    reviewedAt: instant().notNull(),
  },
  (t) => [unique().on(t.proposalId, t.round)],
)
