import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hiddenFields, line, linesOf, optionalLine } from '~/http/form-fields'
import { MalformedForm, parseForm } from '~/http/parse-form.server'

const schema = z.object({ subject: line('案由', 20), note: optionalLine('备注', 2_000) })

const urlencoded = (fields: Record<string, string> | string[][]) =>
  new Request('http://x/', { method: 'POST', body: new URLSearchParams(fields) })

const raw = (body: BodyInit, type?: string) =>
  new Request('http://x/', { method: 'POST', body, ...(type ? { headers: { 'Content-Type': type } } : {}) })

const parse = (fields: Record<string, string>) => parseForm(urlencoded(fields), schema)

describe('a form', () => {
  it('gives the value, and what was typed beside it', async () =>
    expect(await parse({ subject: ' 农机 ', note: '一\r\n二' })).toEqual({
      ok: true,
      value: { subject: '农机', note: '一\r\n二' },
      typed: { subject: [' 农机 '], note: ['一\r\n二'] },
    }))

  it('in multipart without files reads alike', async () => {
    const body = new FormData()
    body.set('subject', '农机')
    expect(await parseForm(raw(body), schema)).toMatchObject({ ok: true, value: { subject: '农机' } })
  })

  it('names each missing field and keeps the others', async () =>
    expect(await parse({ note: '写了很久' })).toEqual({
      ok: false,
      problems: [{ field: 'subject', message: '请填写案由。' }],
      typed: { note: ['写了很久'] },
    }))

  it('names a field of ten megabytes, whose text is not lost', async () => {
    const long = 'x'.repeat(10 * 1024 * 1024)
    const parsed = await parse({ subject: '农机', note: long })
    expect(parsed).toMatchObject({ ok: false, problems: [{ field: 'note', message: '备注最多 2000 字。' }] })
    expect(parsed.typed['note']?.[0]).toHaveLength(long.length)
  })

  it('never gives back a password, a key or a token', async () => {
    const parsed = await parse({ subject: '', password: 'Geheim#1', newPassword: 'x', key: 'k', token: 't' })
    expect(parsed.typed).toEqual({ subject: [''] })
  })

  it('takes a field given twice as a list', async () => {
    const many = z.object({ ids: z.array(z.string()) })
    const request = urlencoded([
      ['ids', 'a'],
      ['ids', 'b'],
    ])
    expect(await parseForm(request, many)).toMatchObject({ ok: true, value: { ids: ['a', 'b'] } })
  })

  it.each(['__proto__', 'constructor', 'toString'])('takes a field called %s as a field', async (name) => {
    expect(await parseForm(urlencoded([[name, 'x'], ['subject', '农机']]), schema)).toMatchObject({ ok: true }) // prettier-ignore
    expect({}).not.toHaveProperty('x')
  })
})

describe('characters nobody can see', () => {
  it.each([0x0, 0x7, 0x1b, 0x7f, 0x85, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff])(
    'U+%i is a problem at its field, once, whatever else is wrong there',
    async (code) => {
      const hidden = String.fromCodePoint(code)
      const parsed = await parse({ subject: `农${hidden}${'机'.repeat(30)}` })
      expect(parsed).toMatchObject({ ok: false, problems: [{ field: 'subject' }] })
      if (!parsed.ok) expect(parsed.problems).toEqual([{ field: 'subject', message: expect.stringContaining('看不见') }]) // prettier-ignore
    },
  )

  it('are none in mark-up, emoji, rare characters and line ends', async () => {
    for (const subject of ['</w:t><b>&amp;', '🙂👩‍🌾', '𠮷䶮㊣', "'; drop table x --"])
      expect(await parse({ subject, note: 'a\r\n\tb' })).toMatchObject({ ok: true, value: { subject } })
  })
})

describe('what is no form', () => {
  it.each([
    ['JSON', raw('{"a":1}', 'application/json')],
    ['plain text', raw('subject=x', 'text/plain')],
    ['no type at all', raw(new Uint8Array([1, 2]))],
    ['multipart without its boundary', raw('--y\r\n', 'multipart/form-data')],
    ['multipart cut off', raw('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', 'multipart/form-data; boundary=x')],
    ['501 fields', urlencoded(Array.from({ length: 501 }, (_, i) => [`f${i}`, ''] ))],
  ])('%s is malformed, not an error of ours', async (_what, request) => {
    await expect(parseForm(request, schema)).rejects.toBeInstanceOf(MalformedForm)
  }) // prettier-ignore

  it('nor is a file where text is expected', async () => {
    const body = new FormData()
    body.set('subject', new File(['x'], 'x.txt'))
    await expect(parseForm(raw(body), schema)).rejects.toBeInstanceOf(MalformedForm)
  })
})

describe('what every write carries', () => {
  const write = z.object(hiddenFields)
  it('is a key, and a version that is a whole number', () => {
    expect(write.safeParse({ key: 'k'.repeat(36), version: '7' }).data).toMatchObject({ version: 7 })
    for (const bad of [{}, { key: 'short' }, { key: 'k'.repeat(101) }, { key: 'k'.repeat(36), version: '1.5' }])
      expect(write.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
  }) // prettier-ignore

  it('splits a list of lines, drops blank ones, and limits both', () => {
    const asks = linesOf('诉求', 2, 5)
    expect(asks.parse('一\r\n\n 二 ')).toEqual(['一', '二'])
    expect(asks.safeParse('一\n二\n三').error?.issues[0]?.message).toBe('诉求最多 2 条。')
    expect(asks.safeParse('一二三四五六').error?.issues[0]?.message).toBe('诉求每条最多 5 字。')
  })
})
