import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { readProfile } from '~/domain/deadlines/read-shelf.server'
import type { UserVisit } from '~/http/for-user.server'
import { NotFound } from '~/domain/refusals'

/** The version the URL names, for whoever keeps the rules. @throws Refused for everybody else · NotFound */
export async function keptProfile({ viewer, params }: UserVisit) {
  assertKeepsRules(viewer)
  return await readProfile(viewer, params['id'] ?? '', params['version'] ?? '')
}

/** The same where only the bureau's own will do, with the newest version there is of it: a shipped one is not edited. */
export async function editableProfile(visit: UserVisit) {
  const { profile, newest } = await keptProfile(visit)
  if (newest === null) throw new NotFound('a profile of the bureau’s own')
  return { profile, newest }
}

/** Which version an action is about; whether there is one the command finds out. */
export function versionIn(params: UserVisit['params']) {
  const version = params['version'] ?? ''
  if (!/^[1-9]\d{0,5}$/.test(version)) throw new NotFound('profile')
  return { id: params['id'] ?? '', version: Number(version) }
}
