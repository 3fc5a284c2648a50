import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { line } from '~/http/form-fields'
import { FormTooLarge, readMultipart } from '~/http/multipart'
import { MalformedForm } from '~/http/parse-form.server'
import { parseUpload } from '~/http/parse-upload.server'
import { docxWith, pdfOf } from '../support/hostile-files'

const schema = z.object({ subject: line('案由', 20) })
const document = { kinds: ['docx', 'pdf'], most: 100_000, isRequired: true } as const

const streaming = { duplex: 'half' } as const

const request = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://x/', { method: 'POST', body, headers, ...streaming })

function formOf(fields: Record<string, string | [string, Uint8Array<ArrayBuffer>][]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.set(name, value)
    else for (const [filename, bytes] of value) form.append(name, new File([bytes], filename))
  return form
}

const parse = (
  fields: Parameters<typeof formOf>[0],
  fileFields: Parameters<typeof parseUpload>[2] = { document },
) => parseUpload(request(formOf(fields)), schema, fileFields)

/** A stream of these bytes, some at a time, that ends or breaks. */
const streamOf = (bytes: Buffer, step: number, breaks?: Error) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += step)
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + step)))
      if (breaks) controller.error(breaks)
      else controller.close()
    },
  })

async function bytesOf(form: FormData) {
  const given = new Request('http://x/', { method: 'POST', body: form })
  return { type: given.headers.get('Content-Type') ?? '', bytes: Buffer.from(await given.arrayBuffer()) }
}

describe('a form with a file', () => {
  it('gives the value and the file, looked at and hashed', async () => {
    const bytes = docxWith()
    expect(await parse({ subject: '农机', document: [['C:\\提 案;"1".docx', bytes]] })).toMatchObject({
      ok: true,
      value: { subject: '农机' },
      typed: { subject: ['农机'] },
      files: { document: [{ name: '提 案;_1_.docx', kind: 'docx', size: bytes.length, bytes }] },
    })
  })

  it.each([1, 7, 64, 1_000])('reads alike when it comes %i bytes at a time', async (step) => {
    const { type, bytes } = await bytesOf(formOf({ subject: '农机', document: [['提案.docx', docxWith()]] }))
    const parsed = await parseUpload(request(streamOf(bytes, step), { 'Content-Type': type }), schema, {
      document,
    })
    expect(parsed).toMatchObject({
      ok: true,
      value: { subject: '农机' },
      files: { document: [{ bytes: docxWith() }] },
    })
  })

  it('whose text is refused keeps the text, and says the file must be chosen again', async () =>
    expect(await parse({ subject: '长'.repeat(30), document: [['提案.docx', docxWith()]] })).toEqual({
      ok: false,
      typed: { subject: ['长'.repeat(30)] },
      problems: [
        { field: 'subject', message: '案由最多 20 字。' },
        { field: 'document', message: expect.stringContaining('重新选择') as string },
      ],
    }))

  it('whose file is refused keeps the text and names the field', async () =>
    expect(await parse({ subject: '农机', document: [['提案.docx', pdfOf()]] })).toEqual({
      ok: false,
      typed: { subject: ['农机'] },
      problems: [{ field: 'document', message: expect.stringContaining('.pdf') as string }],
    }))

  it('past the limit is refused without its bytes being kept', async () =>
    expect(
      await parse({ subject: '农机', document: [['提案.docx', new Uint8Array(200_000)]] }),
    ).toMatchObject({
      ok: false,
      problems: [{ field: 'document', message: expect.stringContaining('超过 98 KB') as string }],
    }))

  it('where none was chosen is asked for, where it may stay empty it is not', async () => {
    const empty: [string, Uint8Array<ArrayBuffer>][] = [['', new Uint8Array()]]
    expect(await parse({ subject: '农机', document: empty })).toMatchObject({
      ok: false,
      problems: [{ field: 'document', message: '请选择文件。' }],
    })
    expect(await parse({ subject: '农机' }, { document: { ...document, isRequired: false } })).toMatchObject({
      ok: true,
      files: { document: [] },
    })
  })

  it('takes as many as it says and no more', async () => {
    const two: [string, Uint8Array<ArrayBuffer>][] = [['1.docx', docxWith()], ['2.docx', docxWith()]] // prettier-ignore
    expect(await parse({ subject: '农机', document: two })).toMatchObject({ ok: false })
    expect(
      await parse({ subject: '农机', document: two }, { document: { ...document, many: 2 } }),
    ).toMatchObject({
      ok: true,
      files: { document: [{ name: '1.docx' }, { name: '2.docx' }] },
    })
  })

  it('without scripts and without a file field reads as any form', async () => {
    const plain = request(new URLSearchParams({ subject: '农机' }))
    expect(await parseUpload(plain, schema, { document: { ...document, isRequired: false } })).toMatchObject({
      ok: true,
      files: { document: [] },
    })
  })
})

describe('no form at all', () => {
  it('that ends in the middle', async () => {
    const { type, bytes } = await bytesOf(formOf({ subject: '农机', document: [['提案.docx', docxWith()]] }))
    for (const cut of [10, 60, 200, bytes.length - 4])
      await expect(
        parseUpload(request(bytes.subarray(0, cut), { 'Content-Type': type }), schema, { document }),
      ).rejects.toThrow(MalformedForm)
  })

  it('whose connection breaks', async () => {
    const { type, bytes } = await bytesOf(formOf({ subject: '农机', document: [['提案.docx', docxWith()]] }))
    const broken = streamOf(bytes.subarray(0, 300), 50, new Error('gone'))
    await expect(
      parseUpload(request(broken, { 'Content-Type': type }), schema, { document }),
    ).rejects.toThrow(MalformedForm)
  })

  it('with a file where text is expected', () =>
    expect(parse({ subject: [['a.docx', docxWith()]] })).rejects.toThrow(MalformedForm))

  it('with more parts than any form has', () => {
    const form = formOf({})
    for (let i = 0; i < 600; i++) form.append(`f${i}`, 'x')
    return expect(parseUpload(request(form), schema, { document })).rejects.toThrow(MalformedForm)
  })

  it('with a head that never ends', async () => {
    const body = Buffer.from(`--b\r\nContent-Disposition: form-data; name="x"; ${'y'.repeat(20_000)}`)
    await expect(readMultipart(streamOf(body, 1_000) as never, 'b', () => () => {})).rejects.toThrow(
      /too long a head/,
    )
  })
})

it('a form past all limits names the file field, not a fault', async () => {
  const { type, bytes } = await bytesOf(formOf({ subject: '农机', document: [['提案.docx', docxWith()]] }))
  const stream = streamOf(bytes.subarray(0, 300), 50, new FormTooLarge())
  expect(await parseUpload(request(stream, { 'Content-Type': type }), schema, { document })).toMatchObject({
    ok: false,
    problems: [{ field: 'document', message: expect.stringContaining('40.0 MB') as string }],
  })
})
