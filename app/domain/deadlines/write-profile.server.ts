import { desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { bureauProfile } from '~/db/schema/rules'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import type { Command } from '../proposal/command'
import { Conflict, Invalid, NotFound } from '../refusals'
import { changeRules } from './change-rules.server'
import { profileFromForm } from './profile-form'
import { shippedProfiles } from './profiles'
import { versionOf } from './read-rulebook.server'
import type { Values } from './rule-form'
import type { RuleProfile } from './rule-profile'

export type ProfileVersion = { id: string; version: number }

/**
 * 复制: a bureau's own profile, version 1, made from any version it can read.
 * @throws NotFound for no such version · Invalid for an id that is taken
 */
export const copyProfile = (command: Command, from: ProfileVersion, own: { id: string; name: string }) =>
  changeRules(command, 'profile_written', { from, own }, async (tx, by) => {
    const source = await versionOf(tx, from)
    const newest = await newestOf(tx, own.id)
    if (newest || shippedProfiles.some((p) => p.id === own.id))
      throw new Invalid([{ field: 'id', message: '这个代号已有规则在用，请换一个。' }])
    return await write(tx, command, by, { ...source, ...own, version: 1, verified: false, madeFrom: from })
  })

/**
 * 修改: the next version of the bureau's own profile; versions already written stay as they are.
 * @throws NotFound for a profile that is not the bureau's own · Conflict when a newer version was written meanwhile ·
 * Invalid naming every field that cannot be read, or when nothing differs
 */
export const saveProfile = (command: Command, base: ProfileVersion, values: Values) =>
  changeRules(command, 'profile_written', { base, values }, async (tx, by) => {
    const newest = await newestOf(tx, base.id)
    if (!newest) throw new NotFound('profile')
    const before = await versionOf(tx, base)
    if (newest !== base.version)
      throw new Conflict(`这份规则已有第 ${newest} 版，您改的是第 ${base.version} 版。请打开新版再改。`, [])
    const edited = profileFromForm(before, values)
    if (!edited.ok) throw new Invalid(edited.problems)
    if (canonicalJson(edited.profile) === canonicalJson(before))
      throw new Invalid([{ field: '', message: '与上一版完全相同，没有存成新版。' }])
    return await write(tx, command, by, { ...edited.profile, version: base.version + 1, madeFrom: base })
  })

/** The newest version written, once nobody else can write the next one. */
async function newestOf(tx: Tx, id: string): Promise<number | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(fuhan_bureau()::text || ${id}, 1))`)
  const [row] = await tx
    .select({ version: bureauProfile.version })
    .from(bureauProfile)
    .where(eq(bureauProfile.id, id))
    .orderBy(desc(bureauProfile.version))
    .limit(1)
  return row?.version ?? null
}

async function write(
  tx: Tx,
  command: Command,
  by: { bureauId: string; userId: string },
  profile: RuleProfile,
) {
  const body = canonicalJson(profile)
  const { id, version } = profile
  await tx
    .insert(bureauProfile)
    .values({ bureauId: by.bureauId, id, version, body, writtenBy: by.userId, writtenAt: command.now })
  return { result: { id, version }, details: { id, version, sha256: sha256(body) } }
}
