import type { Problem, Refusal } from '../../refusals'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'

/** A guard over facts refuses with a reason; a guard over input refuses at the field. */
export type FactGuard = (f: Facts) => Refusal | null
export type InputGuard = { input: (f: Facts) => Problem | null }

export const no = (code: string, message: string, whoCanResolve: string): Refusal => ({
  code,
  message,
  whoCanResolve,
})

export const handler = (f: Facts) => namesOf('handler', f)

/** A form field as trimmed text. */
export const text = (f: Facts, field: string) =>
  typeof f.input[field] === 'string' ? f.input[field].trim() : ''

/** Whether a form brought anything in a field. */
export function filled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim().length > 0
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== false
}

export const needs = (field: string, message: string): InputGuard => ({
  input: (f) => (filled(f.input[field]) ? null : { field, message }),
})
