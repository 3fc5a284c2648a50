import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ratings } from '../../domain/proposal/words-of-the-trade'
import { takenOverResults, takenOverStages } from '../../domain/taking-over/stages'
import { day, instant, oneOf } from './columns'
import { appUser, ofBureau } from './people'
import { proposal } from './proposal'

/** 接续办理: what another system had done of an item before it came here, as the list tells it. No letter of ours. */
export const takenOver = pgTable(
  'taken_over',
  {
    proposalId: uuid()
      .primaryKey()
      .references(() => proposal.id),
    bureauId: ofBureau(),
    stage: text({ enum: takenOverStages }).notNull(),
    documentNumber: text(),
    /** 机关代字, year and number in it, where it is written so: our series never give it out again. */
    code: text(),
    year: integer(),
    seq: integer(),
    repliedOn: day(),
    result: text({ enum: takenOverResults }),
    satisfaction: text({ enum: ratings }),
    remark: text().notNull(),
    takenBy: uuid()
      .notNull()
      .references(() => appUser.id),
    takenAt: instant().notNull(),
  },
  (t) => [
    unique().on(t.bureauId, t.documentNumber),
    index('taken_over_number').on(t.bureauId, t.code, t.year, t.seq),
    oneOf('taken_over_stage', t.stage, takenOverStages),
    oneOf('taken_over_result', t.result, takenOverResults),
    oneOf('taken_over_satisfaction', t.satisfaction, ratings),
    check('taken_over_answered', sql`(${t.stage} = 'handling') = (${t.repliedOn} is null)`),
  ],
)
