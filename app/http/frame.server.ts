import type { SignedIn } from '~/auth/signed-in.server'
import { testClock } from '~/clock.server'
import type { Role } from '~/domain/people/kinds'
import { rolesOf } from '~/domain/people/viewer'
import { roleWords } from '~/domain/proposal/who-can-help'
import { instantWords } from '~/ui/dates'

/** What the frame around every desk page shows. */
export type FrameData = {
  bureau: string
  user: { name: string; place: string; duties: string[] }
  roles: Role[]
  isDemo: boolean
  testClock: string | null
  /** Notices not read yet, counted to 100. */
  unread: number
}

export function frameOf(person: SignedIn): FrameData {
  const clock = testClock()
  const roles = rolesOf(person.viewer)
  return {
    bureau: person.bureauName,
    user: { name: person.viewer.name, place: person.title, duties: roles.map((role) => roleWords[role]) },
    roles,
    isDemo: person.isDemo,
    testClock: clock ? instantWords(clock) : null,
    unread: person.unread,
  }
}
