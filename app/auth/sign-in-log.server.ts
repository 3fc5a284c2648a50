import { asViewer } from '~/db/client.server'
import { appendBureauEvent } from '~/domain/log/append-bureau-event.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import type { Times } from './sign-in.server'

export type SignInOutcome =
  'signed_in' | 'sign_in_failed' | 'signed_out' | 'reauthenticated' | 'reauthentication_failed'

type Person = Pick<Viewer, 'bureauId' | 'userId' | 'name'>

/**
 * Puts a sign-in, a sign-out or a failure on the chain of the person's bureau, with the address it came from.
 * A name nobody has belongs to no bureau and is only counted (sign_in_attempt): a stranger cannot make the log grow.
 */
export async function recordSignIn(person: Person, outcome: SignInOutcome, source: string, times: Times) {
  const { bureauId, userId, name } = person
  const viewer: Viewer = { ...nobody, bureauId, userId, name }
  await asViewer(viewer, (tx) =>
    appendBureauEvent(tx, viewer, { kind: outcome, details: { userId, source } }, times),
  )
}
