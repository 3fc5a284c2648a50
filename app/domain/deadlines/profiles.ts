import { statutoryDefault } from './profiles/statutory-default'
import type { RuleProfile } from './rule-profile'

export type { RuleProfile } from './rule-profile'

/** Every version ever shipped stays here: open and archived proposals still speak of it. */
export const shippedProfiles: readonly RuleProfile[] = [statutoryDefault]

/** @throws RangeError when no such version was shipped */
export function profileOf(id: string, version: number): RuleProfile {
  const found = shippedProfiles.find((profile) => profile.id === id && profile.version === version)
  if (!found) throw new RangeError(`no rule profile ${id} version ${version}`)
  return found
}
