import { profileInForce } from '~/db/schema/rules'
import { trackWords } from '../proposal/words'
import type { Command } from '../proposal/command'
import { tracks, type Track } from '../proposal/words-of-the-trade'
import { Invalid, type Problem } from '../refusals'
import { changeRules } from './change-rules.server'
import type { Day } from './day'
import { versionOf } from './read-rulebook.server'
import type { RuleProfile } from './rule-profile'
import type { ProfileVersion } from './write-profile.server'

export type PutInForce = { tracks: Track[]; from: Day }

/**
 * 启用: proposals of these tracks handed over on or after a day are registered under this version. What is registered
 * already keeps its own.
 * @throws NotFound for no such version · Invalid for a track or a day the profile is not for
 */
export const putInForce = (command: Command, which: ProfileVersion, input: PutInForce) =>
  changeRules(command, 'profile_put_in_force', { which, input }, async (tx, by) => {
    const problems = unfit(await versionOf(tx, which), input)
    if (problems.length > 0) throw new Invalid(problems)
    await tx.insert(profileInForce).values(
      input.tracks.map((track) => ({
        bureauId: by.bureauId, track, profileId: which.id, profileVersion: which.version, effectiveFrom: input.from,
        putBy: by.userId, putAt: command.now,
      })),
    ) // prettier-ignore
    return { result: null, details: { ...which, ...input } }
  })

function unfit(profile: RuleProfile, { tracks: asked, from }: PutInForce): Problem[] {
  const strange = asked.filter((track) => !(profile.tracks ?? tracks).includes(track))
  const problems: Problem[] = []
  if (strange.length > 0)
    problems.push({
      field: 'tracks',
      message: `这份规则不适用于${strange.map((t) => trackWords[t]).join('、')}。`,
    })
  if (profile.effectiveFrom && from < profile.effectiveFrom)
    problems.push({ field: 'from', message: `这份规则 ${profile.effectiveFrom} 起才施行。` })
  if (profile.effectiveTo && from > profile.effectiveTo)
    problems.push({ field: 'from', message: `这份规则施行到 ${profile.effectiveTo} 为止。` })
  return problems
}
