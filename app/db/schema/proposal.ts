import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accessScopes } from '../../domain/proposal/access'
import { proposalStates } from '../../domain/proposal/states'
import {
  contactChannels, contactPhases, handlingRoles, priorities, sessionKinds, sponsorKinds, tracks,
} from '../../domain/proposal/words-of-the-trade' // prettier-ignore
import { bytea, day, instant, oneOf } from './columns'
import { appUser, delegate, division, meeting, ofBureau, unit } from './people'

/** One item as this bureau handles it 件. Only move.server.ts writes state, version, sequence and headHash. */
export const proposal = pgTable(
  'proposal',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    /** Our own register number, e.g. 2026-0017. */
    registerNo: text().notNull(),
    track: text({ enum: tracks }).notNull(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    sessionKind: text({ enum: sessionKinds }).notNull(),
    /** A string as printed: 0222, 63, 1630. */
    officialNo: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** SHA-256 (hex) of the text as received. */
    sourceHash: text().notNull(),
    sponsorKind: text({ enum: sponsorKinds }).notNull(),
    assigningUnitId: uuid().references(() => unit.id),
    receivedOn: day().notNull(),
    assignedOn: day().notNull(),
    handlingRole: text({ enum: handlingRoles }),
    /** The lead unit, where we assist. */
    leadUnitId: uuid().references(() => unit.id),
    priority: text({ enum: priorities }).notNull(),
    /** 涉及面广、处理难度大: six months by law instead of three. */
    isWide: boolean().notNull(),
    profileId: text().notNull(),
    profileVersion: integer().notNull(),
    state: text({ enum: proposalStates }).notNull(),
    round: integer().notNull(),
    divisionId: uuid().references(() => division.id),
    handlerId: uuid().references(() => appUser.id),
    returns: integer().notNull(),
    isForced: boolean().notNull(),
    retentionYears: integer(),
    version: integer().notNull(),
    sequence: integer().notNull(),
    headHash: text().notNull(),
    registeredAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.bureauId, t.registerNo),
    uniqueIndex('proposal_item_unique')
      .on(t.bureauId, t.meetingId, t.sessionKind, t.officialNo)
      .where(sql`${t.state} not in ('transferred', 'voided')`),
    oneOf('proposal_track', t.track, tracks),
    oneOf('proposal_session_kind', t.sessionKind, sessionKinds),
    oneOf('proposal_sponsor_kind', t.sponsorKind, sponsorKinds),
    oneOf('proposal_handling_role', t.handlingRole, handlingRoles),
    oneOf('proposal_priority', t.priority, priorities),
    oneOf('proposal_state', t.state, proposalStates),
    check(
      'proposal_handled_has_handler',
      sql`${t.state} not in ('handling', 'replied', 'closed', 'archived') or (${t.divisionId} is not null and ${t.handlerId} is not null and ${t.handlingRole} is not null)`,
    ),
    check('proposal_counters', sql`${t.sequence} >= ${t.version} and ${t.version} >= 1 and ${t.round} >= 1`),
  ],
)

/** Who may see a proposal, one row per party; lists are one index range over it. */
export const proposalAccess = pgTable(
  'proposal_access',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    party: text().notNull(),
    bureauId: ofBureau(),
    scope: text({ enum: accessScopes }).notNull(),
    /** The next due day; 9999-12-31 where nothing is due, so that open work sorts first. */
    dueOn: day().notNull(),
    registerNo: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.party] }),
    index('proposal_access_list').on(t.bureauId, t.party, t.dueOn, t.registerNo),
    oneOf('proposal_access_scope', t.scope, accessScopes),
  ],
)

/** Who proposed it; position 1 leads. */
export const sponsor = pgTable(
  'sponsor',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    delegateId: uuid()
      .notNull()
      .references(() => delegate.id),
    bureauId: ofBureau(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.delegateId] }),
    unique().on(t.proposalId, t.position),
    index().on(t.delegateId),
  ],
)

/** 诉求: one numbered request inside the proposal. */
export const ask = pgTable(
  'ask',
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    n: integer().notNull(),
    bureauId: ofBureau(),
    text: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.n] })],
)

/** 沟通记录 */
export const contact = pgTable(
  'contact',
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    heldOn: day().notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    phase: text({ enum: contactPhases }).notNull(),
    /** Their side, and ours. */
    people: text().notNull(),
    ourPeople: text().notNull().default(''),
    summary: text().notNull(),
    /** 更正: the record this one stands in place of; that one is kept as it was. */
    correctsId: uuid(),
    loggedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    loggedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.proposalId),
    unique().on(t.correctsId),
    foreignKey({ columns: [t.correctsId], foreignColumns: [t.id] }),
    oneOf('contact_channel', t.channel, contactChannels),
    oneOf('contact_phase', t.phase, contactPhases),
  ],
)

/** A due day with its whole derivation. `metOn` is the day the duty was done. */
export const deadline = pgTable(
  'deadline',
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    kind: text().notNull(),
    round: integer().notNull(),
    startOn: day().notNull(),
    dueOn: day().notNull(),
    unit: text().notNull(),
    isProvisional: boolean().notNull(),
    /** Canonical JSON of the derivation. */
    derivation: text().notNull(),
    metOn: day(),
  },
  (t) => [unique().on(t.proposalId, t.kind, t.round)],
)

/** 归档包: one folder zipped, with a manifest of hashes. */
export const archivePackage = pgTable(
  'archive_package',
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    version: integer().notNull(),
    bytes: bytea().notNull(),
    sha256: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [unique().on(t.proposalId, t.version)],
)
