import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { businessNow, realNow } from '~/clock.server'
import { NotFound } from '~/domain/refusals'
import { formStateOf, pageOf, refusedForm, thrownPage } from './answers.server'
import type { Typed } from './parse-form.server'

export type Visit = {
  request: Request
  params: LoaderFunctionArgs['params']
  now: Date
  realNow: Date
  /** The address the request came from. */
  source: string
  /** Keeps what was typed, should a domain error follow. */
  keep: (typed: Typed) => void
  /** Reads a thing once for all loaders of one page; an action, after which it may have changed, reads for itself. */
  once: <R>(what: string, read: () => Promise<R>) => Promise<R>
  /** Headers the answer carries even when the act is refused: a session's new cookie. */
  answerHeaders: (headers: Record<string, string>) => void
}

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** What a handler is given. */
export function visitOf(args: Args) {
  let typed: Typed = {}
  let headers: Record<string, string> = {}
  const visit: Visit = {
    request: args.request,
    params: args.params,
    now: businessNow(),
    realNow: realNow(),
    source: args.context.source,
    keep: (given) => {
      typed = given
    },
    once: (_what, read) => read(),
    answerHeaders: (given) => {
      headers = given
    },
  }
  return { visit, typed: () => typed, headers: () => headers }
}

const alreadyRead = new WeakMap<Args['context'], Map<string, Promise<unknown>>>()

/** The loaders of one page come with one context. */
const onceFor =
  ({ context }: Args): Visit['once'] =>
  <R>(what: string, read: () => Promise<R>) => {
    const known = alreadyRead.get(context) ?? new Map<string, Promise<unknown>>()
    alreadyRead.set(context, known)
    const coming = (known.get(what) as Promise<R> | undefined) ?? read()
    known.set(what, coming)
    return coming
  }

/** Reading: a domain error becomes the error page of its status. */
export async function reading<R>(args: Args, run: (visit: Visit) => Promise<R>): Promise<R> {
  try {
    return await run({ ...visitOf(args).visit, once: onceFor(args) })
  } catch (error) {
    if (error instanceof Response) throw error
    throw thrownPage(error)
  }
}

/** Writing: a domain error becomes the form's state, with everything that was typed. */
export async function writing<R>(args: Args, run: (visit: Visit) => Promise<R>) {
  const { visit, typed, headers } = visitOf(args)
  try {
    return await run(visit)
  } catch (error) {
    if (error instanceof Response) throw error
    const form = error instanceof NotFound ? null : formStateOf(error, typed())
    // Whether it was done is unknown: only the same form, with the same key, may be sent again. The page shows no other.
    if (form?.status === 503) throw pageOf(503, form)
    if (form) return refusedForm(form, headers())
    throw thrownPage(error)
  }
}

/** Loaders of the few routes that need no session; closed-by-default.test.ts pins their list. */
export const forAnyone =
  <R>(handler: (visit: Visit) => Promise<R>) =>
  (args: LoaderFunctionArgs) =>
    reading(args, handler)

export const actionForAnyone =
  <R>(handler: (visit: Visit) => Promise<R>) =>
  (args: ActionFunctionArgs) =>
    writing(args, handler)
