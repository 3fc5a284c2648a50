import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { signedIn, type SignedIn } from '~/auth/signed-in.server'
import type { Role } from '~/domain/people/kinds'
import { hasRole } from '~/domain/people/viewer'
import { NotFound } from '~/domain/refusals'
import { signedOutPage } from './answers.server'
import { reading, writing, type Visit } from './for-anyone.server'
import { paths } from './paths'

export type UserVisit = Visit & SignedIn

type Options = {
  /** Who may open it at all; for everybody else it looks absent. */
  roles?: readonly Role[]
  /** Open to who has yet to set a password of his own. */
  withTemporaryPassword?: boolean
}

type Handler<R> = (visit: UserVisit) => Promise<R>

/** Wraps a loader: the person is found, or sent to sign in and back here. Closed by default. */
export const forUser =
  <R>(handler: Handler<R>, options: Options = {}) =>
  (args: LoaderFunctionArgs) =>
    reading(args, async (visit) => handler(await withPerson(visit, options)))

/** Wraps an action. Its answer is the handler's, or `{ form }` with what was typed and why it was not accepted. */
export const actionForUser =
  <R>(handler: Handler<R>, options: Options = {}) =>
  (args: ActionFunctionArgs) =>
    writing(args, async (visit) => handler(await withPerson(visit, options)))

async function withPerson(visit: Visit, { roles, withTemporaryPassword }: Options): Promise<UserVisit> {
  const person = await visit.once('person', () => signedIn(visit.request, visit.realNow))
  if (!person && isWrite(visit.request)) throw signedOutPage()
  if (!person) throw redirect(paths.login(whereTo(visit.request)), 303)
  if (person.hasTemporaryPassword && !withTemporaryPassword) throw redirect(paths.password(), 303)
  if (roles && !roles.some((role) => hasRole(person.viewer, role))) throw new NotFound('page')
  return { ...visit, ...person }
}

const isWrite = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD'

/** The page to come back to after signing in. */
function whereTo(request: Request): string {
  const url = new URL(request.url)
  return url.pathname.replace(/\.data$/, '') + url.search
}
