import type { z } from 'zod'
import type { Command } from '~/domain/proposal/command'
import { Invalid } from '~/domain/refusals'
import type { UserVisit } from './for-user.server'
import { parseForm } from './parse-form.server'

/**
 * Reads a write form and makes the command it is for. What was typed is kept, whatever follows.
 * @throws Invalid naming each field that is not well formed
 */
export async function readWrite<S extends z.ZodType<{ key: string }>>(
  visit: UserVisit,
  schema: S,
): Promise<{ value: z.output<S>; command: Command }> {
  const form = await parseForm(visit.request, schema)
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const { viewer, now, realNow, reauthenticatedAt } = visit
  return { value: form.value, command: { viewer, now, realNow, key: form.value.key, reauthenticatedAt } }
}
