import type { z } from 'zod'
import type { Command } from '~/domain/proposal/command'
import { Invalid } from '~/domain/refusals'
import type { UserVisit } from './for-user.server'
import { parseForm, type ParsedForm } from './parse-form.server'
import { parseUpload, type FileField, type Uploads } from './parse-upload.server'

type Keyed = z.ZodType<{ key: string }>

/**
 * Reads a write form and makes the command it is for. What was typed is kept, whatever follows.
 * @throws Invalid naming each field that is not well formed
 */
export async function readWrite<S extends Keyed>(
  visit: UserVisit,
  schema: S,
): Promise<{ value: z.output<S>; command: Command }> {
  const form = await parseForm(visit.request, schema)
  return accepted(visit, form)
}

/** readWrite for a form with files. @throws Invalid naming each field, the files' too */
export async function readUpload<S extends Keyed, F extends Record<string, FileField>>(
  visit: UserVisit,
  schema: S,
  fileFields: F,
): Promise<{ value: z.output<S>; command: Command; files: Uploads<F> }> {
  const form = await parseUpload(visit.request, schema, fileFields)
  const read = accepted(visit, form)
  if (!form.ok) throw new Invalid(form.problems)
  return { ...read, files: form.files }
}

function accepted<T extends { key: string }>(visit: UserVisit, form: ParsedForm<T>) {
  visit.keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const { viewer, now, realNow, reauthenticatedAt } = visit
  const command: Command = { viewer, now, realNow, key: form.value.key, reauthenticatedAt }
  return { value: form.value, command }
}
