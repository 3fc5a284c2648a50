import { data } from '@remix-run/node'
import { Invalid } from '~/domain/refusals'
import { formStateOf } from '~/http/answers.server'
import type { UserVisit } from '~/http/for-user.server'
import { blankForm, type FormState } from '~/http/form-state'
import type { Typed } from '~/http/parse-form.server'
import { registeredBefore } from './registered-before.server'
import { withinLimit } from './registration-form'
import { replyDue } from './reply-due.server'
import { similarToTyped } from './similar/similar-to-typed.server'

/** The form again, with what was found meanwhile: the same number, what resembles it, and the day it would be due. */
export async function registrationAgain({ viewer }: UserVisit, form: FormState) {
  const [before, due, similar] = await Promise.all([
    registeredBefore(viewer, form),
    replyDue(viewer, form.typed),
    similarToTyped(viewer, form.typed),
  ])
  return data({ form, before, due, similar }, { status: form.status })
}

/** The answer to a registration that was not accepted. 先查重复 asks nothing of the other fields. */
export async function refusedRegistration(visit: UserVisit, error: unknown, typed: Typed) {
  const kept = withinLimit(typed)
  const form = formStateOf(error, kept)
  if (!form) throw error
  const isLook = kept['look'] && error instanceof Invalid
  return await registrationAgain(visit, isLook ? { ...blankForm, typed: kept } : form)
}
