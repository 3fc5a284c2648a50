import type { z } from 'zod'
import { BadFile } from '~/domain/files/bad-file'
import { checkUpload, type Upload, type Wanted } from '~/domain/files/check-upload.server'
import { mostOfForm, sizeWords } from '~/domain/files/file-kinds'
import type { Problem } from '~/domain/refusals'
import { boundaryOf, FormTooLarge, readMultipart, type PartHead, type Sink } from './multipart'
import { judged, MalformedForm, maxFields, parseForm, type ParsedForm, type Typed } from './parse-form.server'

/** A field that takes files: of which kinds, how large each, how many (one where not said), and whether it may stay empty. */
export type FileField = Wanted & { many?: number; isRequired?: boolean }

/** What came in each file field, looked at and ready to be kept; nothing is kept yet. */
export type Uploads<F> = Record<keyof F, Upload[]>

export type ParsedUpload<T, F> =
  (Extract<ParsedForm<T>, { ok: true }> & { files: Uploads<F> }) | Extract<ParsedForm<T>, { ok: false }>

type Incoming = { name: string; chunks: Buffer[]; size: number }
type Fields = Record<string, FileField>

const mostText = 4 * 1024 * 1024

/**
 * parseForm for a form with files: the body is read as it streams in, each file only up to its limit, then looked at.
 * A form cut off in the middle leaves nothing. The route's path must stand in upload-paths.ts.
 * @throws MalformedForm when the body is no whole form
 */
export async function parseUpload<S extends z.ZodType, F extends Fields>(
  request: Request,
  schema: S,
  fileFields: F,
): Promise<ParsedUpload<z.output<S>, F>> {
  const boundary = boundaryOf(request.headers.get('Content-Type') ?? '')
  if (!boundary || !request.body) return withoutFiles(await parseForm(request, schema), fileFields)
  const { fields, incoming, isTooLarge } = await readParts(request.body, boundary, fileFields)
  if (isTooLarge)
    return { ...judged(fields, schema, tooLarge(fileFields)), ok: false, problems: tooLarge(fileFields) }
  const { files, problems } = await lookAt(incoming, fileFields)
  const form = judged(fields, schema, problems)
  if (form.ok) return { ...form, files: files as Uploads<F> }
  return { ...form, problems: [...form.problems, ...chosenAgain(files, form.problems)] }
}

async function readParts(body: ReadableStream<Uint8Array>, boundary: string, fileFields: Fields) {
  const fields = Object.create(null) as Typed
  const incoming = new Map<string, Incoming[]>()
  const texts: { name: string; chunks: Buffer[] }[] = []
  let parts = 0
  let textSize = 0
  const open = ({ name, filename }: PartHead): Sink => {
    if (++parts > maxFields) throw new MalformedForm('too many fields')
    if (filename !== null) return fileSink(incoming, fileFields, name, filename)
    const chunks: Buffer[] = []
    texts.push({ name, chunks })
    return (chunk) => {
      textSize += chunk.length
      if (textSize > mostText) throw new MalformedForm('too much text')
      chunks.push(chunk)
    }
  }
  const isTooLarge = await readMultipart(body as unknown as AsyncIterable<Uint8Array>, boundary, open)
    .then(() => false)
    .catch((cause: unknown) => {
      if (cause instanceof FormTooLarge) return true
      throw cause instanceof MalformedForm ? cause : new MalformedForm('no whole form', { cause })
    })
  for (const { name, chunks } of texts)
    fields[name] = [...(fields[name] ?? []), Buffer.concat(chunks).toString('utf8')]
  return { fields, incoming, isTooLarge }
}

/** Keeps a file's bytes up to one beyond its limit, so that the check sees it is too large. */
function fileSink(
  incoming: Map<string, Incoming[]>,
  fileFields: Fields,
  name: string,
  filename: string,
): Sink {
  const field = Object.hasOwn(fileFields, name) ? fileFields[name] : undefined
  if (!field) throw new MalformedForm('a file where text is expected')
  const file: Incoming = { name: filename, chunks: [], size: 0 }
  const before = incoming.get(name) ?? []
  // A browser sends an empty part for a field where nothing was chosen.
  if (before.length <= (field.many ?? 1)) incoming.set(name, [...before, file])
  return (chunk) => {
    file.size += chunk.length
    if (file.size <= field.most) file.chunks.push(chunk)
    else file.chunks = []
  }
}

async function lookAt(incoming: ReadonlyMap<string, Incoming[]>, fileFields: Fields) {
  const files: Record<string, Upload[]> = {}
  const problems: Problem[] = []
  for (const [field, wanted] of Object.entries(fileFields)) {
    const given = (incoming.get(field) ?? []).filter((file) => file.size > 0 || file.name !== '')
    const looked = await lookAtEach(given, wanted).catch((error: unknown) => {
      if (!(error instanceof BadFile)) throw error
      problems.push({ field, message: error.message })
      return []
    })
    files[field] = looked
    if (given.length === 0 && wanted.isRequired) problems.push({ field, message: '请选择文件。' })
  }
  return { files, problems }
}

async function lookAtEach(given: readonly Incoming[], wanted: FileField): Promise<Upload[]> {
  const many = wanted.many ?? 1
  if (given.length > many) throw new BadFile(`最多选 ${many} 个文件，请分次上传。`)
  const looked: Upload[] = []
  for (const file of given) {
    if (file.size > wanted.most)
      throw new BadFile(`文件超过 ${sizeWords(wanted.most)}，请压缩或拆分后再上传。`)
    looked.push(await checkUpload({ name: file.name, bytes: Buffer.concat(file.chunks) }, wanted))
  }
  return looked
}

const tooLarge = (fileFields: Fields): Problem[] =>
  Object.keys(fileFields)
    .slice(0, 1)
    .map((field) => ({
      field,
      message: `这次提交的文件合起来超过 ${sizeWords(mostOfForm)}，请分次上传。`,
    }))

/** A browser gives no chosen file back: where the form is refused for something else, the file is chosen anew. */
const chosenAgain = (files: Record<string, Upload[]>, problems: readonly Problem[]): Problem[] =>
  Object.entries(files)
    .filter(([field, uploads]) => uploads.length > 0 && !problems.some((p) => p.field === field))
    .map(([field]) => ({ field, message: '文件没有问题，但要请您重新选择一次：浏览器不保留已选的文件。' }))

const withoutFiles = <T, F extends Fields>(form: ParsedForm<T>, fileFields: F): ParsedUpload<T, F> => {
  const missing = Object.entries(fileFields)
    .filter(([, field]) => field.isRequired)
    .map(([field]) => ({ field, message: '请选择文件。' }))
  if (form.ok && missing.length > 0) return { ok: false, typed: form.typed, problems: missing }
  const files = Object.fromEntries(
    Object.keys(fileFields).map((field) => [field, []]),
  ) as unknown as Uploads<F>
  return form.ok ? { ...form, files } : { ...form, problems: [...form.problems, ...missing] }
}
