import { z } from 'zod'
import { registerNoOfItem } from '~/domain/intake/registration-choices.server'
import type { Viewer } from '~/domain/people/viewer'
import { sessionKinds } from '~/domain/proposal/words-of-the-trade'
import type { FormState } from '~/http/form-state'

const item = z.object({
  meetingId: z.uuid(),
  sessionKind: z.enum(sessionKinds),
  officialNo: z.string().trim(),
})

const registerNoIn = (result: unknown): string | null =>
  typeof result === 'object' &&
  result !== null &&
  'registerNo' in result &&
  typeof result.registerNo === 'string'
    ? result.registerNo
    : null

/**
 * The register number of what is there already: the first result of a form posted before, or the proposal that holds
 * the official number. Null when the refusal is about something else.
 */
export async function registeredBefore(viewer: Viewer, form: FormState): Promise<string | null> {
  if (form.conflict) return registerNoIn(form.conflict.firstResult)
  if (!form.problems.some((p) => p.field === 'officialNo')) return null
  const typed = item.safeParse(Object.fromEntries(Object.entries(form.typed).map(([k, v]) => [k, v[0]])))
  return typed.success ? await registerNoOfItem(viewer, typed.data) : null
}
