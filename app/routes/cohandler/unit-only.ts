import { rolesOf, type Viewer } from '~/domain/people/viewer'

/** A person of a co-handling unit: the bureau's own desk and list are not for him. */
export function isUnitOnly(viewer: Viewer): boolean {
  const roles = rolesOf(viewer)
  return roles.length > 0 && roles.every((role) => role === 'co_handler')
}
