import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkUpload } from '~/domain/files/check-upload.server'
import { fileKinds, usualMost } from '~/domain/files/file-kinds'
import { extractText } from '~/domain/intake/documents/extract-text.server'
import { readFieldsOf, type FieldRead } from '~/domain/intake/documents/read-fields'
import { readText } from '~/domain/intake/documents/read-text.server'
import { docxWith, pdfOf } from '../support/hostile-files'
import { docxOf, proposalDocuments } from '../support/proposal-documents'

const meetings = [
  { id: 'cppcc-7-4', track: 'cppcc', term: 7, session: 4 },
  { id: 'npc-17-5', track: 'npc', term: 17, session: 5 },
  { id: 'npc-7-4', track: 'npc', term: 7, session: 4 },
] as const

const valueOf = (fields: readonly FieldRead[], name: string) => fields.find((f) => f.field === name)?.value

describe('a proposal’s .docx is read', () => {
  it.each(Object.entries(proposalDocuments))('%s', async (_layout, { blocks, expected }) => {
    const bytes = await docxOf(blocks)
    await checkUpload({ name: '提案.docx', bytes }, { kinds: fileKinds, most: usualMost })
    const source = await extractText('docx', bytes)
    const fields = readFieldsOf(source, meetings)
    expect({
      track: valueOf(fields, 'track'),
      meeting: valueOf(fields, 'meetingId'),
      officialNo: valueOf(fields, 'officialNo'),
      subject: valueOf(fields, 'subject'),
      sponsorKind: valueOf(fields, 'sponsorKind'),
      sponsors: valueOf(fields, 'sponsors')?.split('\n'),
    }).toEqual({
      track: expected.track,
      meeting: expected.meeting ? `${expected.track}-${expected.meeting.join('-')}` : undefined,
      officialNo: expected.officialNo,
      subject: expected.subject,
      sponsorKind: expected.sponsorKind,
      sponsors: expected.sponsors,
    })
    const text = valueOf(fields, 'text') ?? ''
    expect(text.startsWith(expected.text[0])).toBe(true)
    expect(text.endsWith(expected.text[1])).toBe(true)
    if (expected.sessionKind) expect(valueOf(fields, 'sessionKind')).toBe(expected.sessionKind)
    for (const { field, value, place } of fields) {
      expect(place, field).not.toBeNull()
      const inSource = source.text.slice(place!.start, place!.end)
      if (field === 'subject' || field === 'officialNo')
        expect(inSource.replaceAll(/\s/g, ''), field).toContain(value.replaceAll(/\s/g, ''))
      if (field === 'sponsors') expect(inSource.replaceAll(/\s/g, '')).toContain(value.split('\n')[0])
    }
  })
})

const paper = (name: string) => readFileSync(`tests/support/papers/${name}`)
const expected = proposalDocuments['a cover table, label and value side by side']!.expected

describe.each(['doc', 'pdf'] as const)('the same cover sheet as .%s', (kind) => {
  it('passes the check and is read alike, in a process of its own', async () => {
    const bytes = Buffer.from(paper(`cover-sheet.${kind}`))
    const upload = await checkUpload({ name: `提案.${kind}`, bytes }, { kinds: fileKinds, most: usualMost })
    const read = await readText(upload.kind, bytes)
    if (read.why !== null) throw new Error(read.why)
    const fields = readFieldsOf(read, meetings)
    expect(valueOf(fields, 'officialNo')).toBe(expected.officialNo)
    expect(valueOf(fields, 'subject')).toBe(expected.subject)
    expect(valueOf(fields, 'sponsors')?.split('\n')).toEqual(expected.sponsors)
    const text = valueOf(fields, 'text') ?? ''
    expect(text.startsWith(expected.text[0])).toBe(true)
    expect(text.endsWith(expected.text[1])).toBe(true)
    // A line the page broke is whole again.
    expect(text.split('\n')).toHaveLength(4)
    expect(fields.every((f) => f.place?.page === (kind === 'pdf' ? 1 : null))).toBe(true)
  })
})

describe('what cannot be read says so, and what to do', () => {
  it.each([
    ['wps', Buffer.from('x'), /\.wps 文件的文字读不出来，原件已保存/],
    ['ofd', Buffer.from('x'), /\.ofd 文件的文字读不出来，原件已保存/],
    ['docx', Buffer.from('no zip at all'), /没有读出来/],
    ['doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /没有读出来/],
    ['pdf', Buffer.from('%PDF-1.4 broken'), /没有读出来/],
    ['pdf', pdfOf(['']), /没有文字，可能是扫描件/],
    ['txt', Buffer.from([0xff, 0xfe, 0]), /不是文字/],
  ] as const)('%s', async (kind, bytes, sentence) => {
    const read = await readText(kind, Buffer.from(bytes))
    expect(read.why).toMatch(sentence)
  })
})

it('a document that eats memory ends its own process and nothing else', async () => {
  const before = process.memoryUsage().rss
  const wide = docxWith(
    {},
    Array.from({ length: 600_000 }, (_, i) => `第 ${i} 段`),
  )
  expect((await readText('docx', wide, 60_000)).why).toMatch(/没有读出来/)
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
}, 90_000)

it('a document that takes too long is ended at its time', async () => {
  const deep = docxWith({ 'word/document.xml': `<a>${'<b>'.repeat(3_000_000)}` })
  const started = performance.now()
  expect((await readText('docx', deep, 1_500)).why).toMatch(/没有读出来/)
  expect(performance.now() - started).toBeLessThan(6_000)
}, 30_000)

it('more documents than can wait their turn are told to be read by hand', async () => {
  const bytes = await docxOf(['关于一件事的建议，写得足够长。'])
  const reads = await Promise.all(Array.from({ length: 12 }, () => readText('docx', bytes)))
  expect(reads.filter((read) => read.why === null)).toHaveLength(8)
}, 60_000)
