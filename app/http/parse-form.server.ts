import type { z } from 'zod'
import { hasHiddenCharacters } from '~/domain/drafting/plain-text'
import type { Problem } from '~/domain/refusals'
import { textOfFile } from './text-file.server'

export type Typed = Record<string, string[]>

export type ParsedForm<T> =
  { ok: true; value: T; typed: Typed } | { ok: false; problems: Problem[]; typed: Typed }

const secret = /password|key|token/i
export const maxFields = 500

/** The form is no form: answered 400, with nothing to give back. */
export class MalformedForm extends Error {}

/** File fields, each with the text field that takes what is in it; files anywhere else are refused. */
export type FileFields = Readonly<Record<string, string>>

/**
 * Reads the body once, checks every text for characters nobody can see, then the schema. Line breaks are text.
 * @throws MalformedForm when the body is no form at all
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  files: FileFields = {},
): Promise<ParsedForm<z.output<S>>> {
  const { fields, unread } = await readFields(request, files)
  return judged(fields, schema, unread)
}

/** The fields of a form against its schema, with what was wrong before. */
export function judged<S extends z.ZodType>(
  fields: Typed,
  schema: S,
  unread: readonly Problem[],
): ParsedForm<z.output<S>> {
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.test(name)))
  const hidden = [...unread, ...hiddenProblems(fields)]
  const parsed = schema.safeParse(asObject(fields))
  if (parsed.success && hidden.length === 0) return { ok: true, value: parsed.data, typed }
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message }))
  const named = new Set(hidden.map((p) => p.field))
  return { ok: false, problems: [...hidden, ...problems.filter((p) => !named.has(p.field))], typed }
}

async function readFields(
  request: Request,
  files: FileFields,
): Promise<{ fields: Typed; unread: Problem[] }> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) throw new MalformedForm()
  const form = await request.formData().catch((cause: unknown) => {
    throw new MalformedForm('the body cannot be read as a form', { cause })
  })
  const entries = [...form.entries()]
  if (entries.length > maxFields) throw new MalformedForm('too many fields')
  // No prototype: a field may be called “constructor”.
  const fields = Object.create(null) as Typed
  const unread: Problem[] = []
  for (const [name, value] of entries) {
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value]
    else if (!Object.hasOwn(files, name)) throw new MalformedForm('a file where text is expected')
  }
  for (const [name, field] of Object.entries(files)) {
    const file = entries.find(([n, v]) => n === name && typeof v !== 'string' && v.size > 0)?.[1]
    if (file === undefined || typeof file === 'string') continue
    const text = await textOfFile(file)
    if (text === null) unread.push({ field: name, message: '这个文件不是文字，或超过 400 KB，没有读取。' })
    else fields[field] = [text]
  }
  return { fields, unread }
}

/** A field given once is a string, several times a list; schemas say which they want. */
const asObject = (fields: Typed) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )

const hiddenProblems = (fields: Typed): Problem[] =>
  Object.entries(fields).flatMap(([field, values]) =>
    values.some((value) => hasHiddenCharacters(value.replaceAll(/[\r\n\t]/g, ' ')))
      ? [{ field, message: '含有看不见的控制字符或方向符，请删去后再提交。' }]
      : [],
  )
