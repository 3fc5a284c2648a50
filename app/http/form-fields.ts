import { z } from 'zod'

/** What every write form carries unseen. */
export const hiddenFields = {
  key: z.string().min(8, '表单不完整，请刷新后重填。').max(100),
  version: z.coerce.number().int().optional(),
  shownState: z.string().max(60).optional(),
}

/** What a form carries that changes one row of a list: the row's version is never left out. */
export const rowFields = {
  key: hiddenFields.key,
  version: z.coerce.number('表单不完整，请刷新后重填。').int('表单不完整，请刷新后重填。'),
}

export const line = (name: string, max: number) =>
  z.string(`请填写${name}。`).trim().min(1, `请填写${name}。`).max(max, `${name}最多 ${max} 字。`)

export const optionalLine = (name: string, max: number) =>
  z.string().trim().max(max, `${name}最多 ${max} 字。`).default('')

export const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** One entry a line, blank lines dropped. */
export const linesOf = (name: string, maxLines: number, maxLength: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(maxLength, `${name}每条最多 ${maxLength} 字。`))
        .max(maxLines, `${name}最多 ${maxLines} 条。`),
    )

/** A choice that may be left open: empty is null. */
export const optionalChoice = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

/** Several boxes of one name: none, one or many. */
export const manyOf = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  )
