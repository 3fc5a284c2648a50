import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { consentPurposes, organisationKinds } from '../../domain/sponsors/kinds'
import { day, instant, oneOf } from './columns'
import { appUser, delegate, ofBureau } from './people'
import { proposal } from './proposal'

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

const ofDelegate = () =>
  uuid()
    .notNull()
    .references(() => delegate.id)

/** What kind of organisation proposed it; of a delegation 代表团 also who answers for it (重庆: its 代表联系组). */
export const sponsorOrganisation = pgTable(
  'sponsor_organisation',
  {
    proposalId: ofProposal(),
    delegateId: ofDelegate(),
    bureauId: ofBureau(),
    kind: text({ enum: organisationKinds }).notNull(),
    liaisonGroup: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.delegateId] }),
    oneOf('sponsor_organisation_kind', t.kind, organisationKinds),
  ],
)

/** A signer agreed: to the withdrawal, or to hear the answer from the lead. */
export const sponsorConsent = pgTable(
  'sponsor_consent',
  {
    proposalId: ofProposal(),
    delegateId: ofDelegate(),
    purpose: text({ enum: consentPurposes }).notNull(),
    bureauId: ofBureau(),
    consentedOn: day().notNull(),
    /** How it is known: 书面 3 月 5 日, 电话记录 … */
    basis: text().notNull(),
    recordedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.delegateId, t.purpose] }),
    oneOf('sponsor_consent_purpose', t.purpose, consentPurposes),
  ],
)
