import { sql } from 'drizzle-orm'
import {
  boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid,
} from 'drizzle-orm/pg-core' // prettier-ignore
import { delegateKinds, roles, unitKinds } from '../../domain/people/kinds'
import { tracks } from '../../domain/proposal/words-of-the-trade'
import { organisationKinds } from '../../domain/sponsors/kinds'
import { day, instant, oneOf } from './columns'

/** One bureau 局. `region` prefixes meetings (市), `letterCode` is its 机关代字. */
export const bureau = pgTable('bureau', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  shortName: text().notNull(),
  region: text().notNull(),
  letterCode: text().notNull(),
  /** 机关代字 of co-handling opinions; the same as letterCode where both share one series. */
  opinionCode: text().notNull(),
  isDemo: boolean().notNull(),
})

/** The bureau a row belongs to; row-level security reads it. */
export const ofBureau = () =>
  uuid()
    .notNull()
    .references(() => bureau.id)

/** What a page remembers of a row it offers to change; every change counts one up. */
const version = () => integer().notNull().default(1)

/** An internal division 处室. */
export const division = pgTable(
  'division',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    name: text().notNull(),
    position: integer().notNull(),
    /** 停用: chosen nowhere any more, and still named where it worked. */
    closedAt: instant(),
    version: version(),
  },
  (t) => [unique().on(t.bureauId, t.name)],
)

/** Any outside body: assigning, co-handling, oversight, government office. */
export const unit = pgTable(
  'unit',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    fullName: text().notNull(),
    shortName: text().notNull(),
    kind: text().notNull(),
    position: integer().notNull(),
    closedAt: instant(),
    version: version(),
  },
  (t) => [unique().on(t.bureauId, t.fullName), oneOf('unit_kind', t.kind, unitKinds)],
)

/** A person with an account: of the bureau, of a co-handling unit, or of a supervising body. */
export const appUser = pgTable(
  'app_user',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    login: text().notNull().unique(),
    name: text().notNull(),
    title: text().notNull(),
    phone: text().notNull(),
    passwordHash: text().notNull(),
    disabledAt: instant(),
    version: version(),
  },
  (t) => [index().on(t.bureauId)],
)

/** The account's password was given by an administrator: its owner sets his own before anything else. */
export const temporaryPassword = pgTable('temporary_password', {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  bureauId: ofBureau(),
  givenAt: instant().notNull(),
})

/** A role a person holds, in a division or for a unit where the role needs one. */
export const membership = pgTable(
  'membership',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    role: text().notNull(),
    divisionId: uuid().references(() => division.id),
    unitId: uuid().references(() => unit.id),
  },
  (t) => [
    unique().on(t.userId, t.role, t.divisionId, t.unitId).nullsNotDistinct(),
    index().on(t.bureauId, t.role),
    oneOf('membership_role', t.role, roles),
    check(
      'membership_division',
      sql`(${t.role} in ('division_head', 'handler')) = (${t.divisionId} is not null)`,
    ),
    check('membership_unit', sql`(${t.role} = 'co_handler') = (${t.unitId} is not null)`),
  ],
)

/** A sitting of a congress or conference; the same for every bureau. */
export const meeting = pgTable(
  'meeting',
  {
    id: uuid().primaryKey(),
    track: text().notNull(),
    region: text().notNull(),
    term: integer().notNull(),
    session: integer().notNull(),
    openedOn: day().notNull(),
  },
  (t) => [
    unique().on(t.track, t.region, t.term, t.session),
    oneOf('meeting_track', t.track, tracks),
    check('meeting_numbers', sql`${t.term} > 0 and ${t.session} > 0`),
  ],
)

/** A deputy, a member or a proposing organisation, one record per term; never deleted. */
export const delegate = pgTable(
  'delegate',
  {
    id: uuid().primaryKey(),
    bureauId: ofBureau(),
    track: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    term: integer().notNull(),
    /** Of an organisation: 党派, 人民团体, 代表团 … */
    organisationKind: text({ enum: organisationKinds }),
    /** 界别 */
    sector: text().notNull().default(''),
    /** 代表团; of a delegation itself empty. */
    delegation: text().notNull().default(''),
    /** 代表联系组, which answers for a delegation. */
    liaisonGroup: text().notNull().default(''),
    workplace: text().notNull().default(''),
    title: text().notNull().default(''),
    /** The name spelt out and its first letters, as they are searched for. */
    pinyin: text().notNull().default(''),
    initials: text().notNull().default(''),
    /** The same person's record of an earlier term 换届. */
    formerId: uuid(),
    version: version(),
  },
  (t) => [
    index().on(t.bureauId, t.track, t.name),
    // Searched from their beginning: in this order under every collation, and by operators that leak nothing.
    index('delegate_pinyin').on(t.bureauId, t.pinyin.op('text_pattern_ops')),
    index('delegate_initials').on(t.bureauId, t.initials.op('text_pattern_ops')),
    index('delegate_name').on(t.bureauId, t.name.op('text_pattern_ops')),
    // Not one-to-one: who leaves for a term may come back, and two terms then follow the same record.
    index().on(t.formerId),
    foreignKey({ columns: [t.formerId], foreignColumns: [t.id] }),
    oneOf('delegate_track', t.track, tracks),
    oneOf('delegate_kind', t.kind, delegateKinds),
    oneOf('delegate_organisation_kind', t.organisationKind, organisationKinds),
    check('delegate_organisation', sql`${t.organisationKind} is null or ${t.kind} = 'organisation'`),
  ],
)

/** A delegate's personal data, apart from the name so that only the bureau's own people read it. */
export const delegateContact = pgTable('delegate_contact', {
  delegateId: uuid()
    .primaryKey()
    .references(() => delegate.id),
  bureauId: ofBureau(),
  phone: text().notNull(),
  address: text().notNull(),
})

/** A signed-in browser. `id` is the SHA-256 of the cookie's token; the limits are real time, never business time. */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    bureauId: ofBureau(),
    expiresAt: instant().notNull(),
    startedAt: instant().notNull(),
    lastActiveAt: instant().notNull(),
    reauthenticatedAt: instant(),
  },
  (t) => [index().on(t.userId)],
)

/** Failed sign-ins by name and source address, so that a stranger's failures lock the stranger, not the director. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    login: text().notNull(),
    source: text().notNull(),
    failures: integer().notNull(),
    lastFailedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.login, t.source] })],
)

/** One row: which installation this is, and whether it may run on a test clock. */
export const installation = pgTable('installation', { id: uuid().primaryKey(), isTest: boolean().notNull() })
