import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { incomingStates } from '../../domain/between-bureaus/incoming'
import { parcelKinds, type Parcel } from '../../domain/between-bureaus/parcel'
import { sessionKinds, sponsorKinds, tracks } from '../../domain/proposal/words-of-the-trade'
import { day, instant, oneOf } from './columns'
import { bureau, meeting, ofBureau, unit } from './people'
import { proposal } from './proposal'

/** Which unit of ours is a bureau of the same house. It holds only where the other bureau says the same of us. */
export const unitBureau = pgTable(
  'unit_bureau',
  {
    unitId: uuid()
      .primaryKey()
      .references(() => unit.id),
    bureauId: ofBureau(),
    isBureauId: uuid()
      .notNull()
      .references(() => bureau.id),
  },
  (t) => [unique().on(t.bureauId, t.isBureauId)],
)

/** What one bureau tells another of a request: written with the command, applied in a transaction of the receiver. */
export const parcel = pgTable(
  'parcel',
  {
    id: uuid().primaryKey(),
    fromBureauId: uuid()
      .notNull()
      .references(() => bureau.id),
    toBureauId: uuid()
      .notNull()
      .references(() => bureau.id),
    /** The request in the asking bureau: the one name both sides know the matter by. */
    requestId: uuid().notNull(),
    kind: text({ enum: parcelKinds }).notNull(),
    body: jsonb().$type<Parcel>().notNull(),
    writtenAt: instant().notNull(),
    deliveredAt: instant(),
    /** Why the receiving bureau's rules did not take it; null where they did. */
    refusal: text(),
  },
  (t) => [index('parcel_waiting').on(t.toBureauId, t.writtenAt), oneOf('parcel_kind', t.kind, parcelKinds)],
)

/** 来件: what another bureau asks of us, before and after it is registered here as an item we assist in. */
export const incomingRequest = pgTable(
  'incoming_request',
  {
    /** The request's id in the asking bureau. */
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    /** The asking bureau, as a unit of ours. */
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    track: text({ enum: tracks }).notNull(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    sessionKind: text({ enum: sessionKinds }).notNull(),
    officialNo: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    sponsorKind: text({ enum: sponsorKinds }).notNull(),
    sponsors: jsonb().$type<string[]>().notNull(),
    question: text().notNull(),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    sentOn: day().notNull(),
    dueOn: day().notNull(),
    state: text({ enum: incomingStates }).notNull(),
    /** Why it was returned, cancelled or not taken on. */
    reason: text(),
    proposalId: uuid().references(() => proposal.id),
  },
  (t) => [
    index().on(t.bureauId, t.state, t.dueOn),
    index().on(t.proposalId),
    oneOf('incoming_state', t.state, incomingStates),
  ],
)
