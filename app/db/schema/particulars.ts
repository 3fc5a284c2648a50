import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { ofBureau, unit } from './people'
import { proposal } from './proposal'

const ofProposal = () =>
  uuid()
    .notNull()
    .references(() => proposal.id)

/** 重点督办: who decided it, who supervises 领衔督办 and who leads the work 领办. */
export const keySupervision = pgTable('key_supervision', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposal.id),
  bureauId: ofBureau(),
  supervisor: text().notNull(),
  ledBy: text().notNull(),
})

/** 议案转建议: by decision of the presidium. */
export const convertedMotion = pgTable('converted_motion', {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposal.id),
  bureauId: ofBureau(),
  decision: text().notNull(),
})

/** 分办: which numbered asks another unit answers; those without a row are ours. */
export const askElsewhere = pgTable(
  'ask_elsewhere',
  {
    proposalId: ofProposal(),
    n: integer().notNull(),
    bureauId: ofBureau(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.n] })],
)

/** 两个以上主办: the units that lead beside us. */
export const jointLead = pgTable(
  'joint_lead',
  {
    proposalId: ofProposal(),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    bureauId: ofBureau(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.unitId] })],
)
