import type { Problem, Refusal } from '~/domain/refusals'

/** What a form keeps after it was not accepted: all that was typed, and why. */
export type FormState = {
  status: number
  typed: Record<string, string[]>
  problems: Problem[]
  reasons: Refusal[]
  conflict: {
    message: string
    changed: { when: string; who: string; sentence: string }[]
    firstResult: unknown
  } | null
}

export const blankForm: FormState = { status: 200, typed: {}, problems: [], reasons: [], conflict: null }

/** The one value of a field, as typed; `otherwise` where the form is fresh. */
export const typedValue = (form: FormState | undefined, field: string, otherwise = ''): string =>
  form?.typed[field]?.[0] ?? (form && form.status !== 200 ? '' : otherwise)
