import { asc, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { bureauProfile, noticeDay, profileInForce } from '~/db/schema/rules'
import type { Track } from '../proposal/words-of-the-trade'
import type { DeadlineKind } from './deadline-words'
import type { InForce, NoticedDay } from './in-force'
import { ruleProfile, type RuleProfile } from './rule-profile'

/** What a bureau wrote itself, in the order it was entered. */
export type OwnRules = { profiles: RuleProfile[]; inForce: InForce[]; noticedDays: NoticedDay[] }

/** Bounds what a house of many bureaus keeps. */
const mostKept = 500
const kept = new Map<string, { stamp: string; rules: OwnRules }>()

/**
 * The bureau's own rules as this transaction sees them. Nothing in the three tables is ever changed, so their sizes and
 * last entries say whether something was added; only then they are read again.
 */
export async function readOwnRules(tx: Tx): Promise<OwnRules> {
  const [at] = await tx.execute<{ bureau: string | null; stamp: string }>(sql`
    select fuhan_bureau()::text as bureau, concat_ws('/',
      (select count(*) || '-' || max(entry) from bureau_profile),
      (select count(*) || '-' || max(id) from profile_in_force),
      (select count(*) || '-' || max(id) from notice_day)) as stamp`)
  const { bureau, stamp } = at ?? { bureau: null, stamp: '' }
  if (bureau === null) return { profiles: [], inForce: [], noticedDays: [] }
  const found = kept.get(bureau)
  if (found?.stamp === stamp) return found.rules
  const rules = await readAll(tx)
  if (kept.size >= mostKept) kept.clear()
  kept.set(bureau, { stamp, rules })
  return rules
}

async function readAll(tx: Tx): Promise<OwnRules> {
  const [profiles, inForce, days] = await Promise.all([
    tx.select().from(bureauProfile).orderBy(asc(bureauProfile.id), asc(bureauProfile.version)),
    tx.select().from(profileInForce).orderBy(asc(profileInForce.id)),
    tx.select().from(noticeDay).orderBy(asc(noticeDay.id)),
  ])
  return {
    profiles: profiles.map((row) => ruleProfile.parse(JSON.parse(row.body))),
    inForce: inForce.map((row) => ({
      track: row.track as Track,
      id: row.profileId,
      version: row.profileVersion,
      from: row.effectiveFrom,
    })),
    noticedDays: days.map((row) => ({ ...row, kind: row.kind as DeadlineKind })),
  }
}
