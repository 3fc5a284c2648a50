import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { textOfBytes } from '~/domain/library/reading/page-bytes'
import { readPage } from '~/domain/library/reading/read-page'
import type { PublishedReply } from '~/domain/library/reading/reading'

const own = join(import.meta.dirname, 'published-pages')
const samples = join(import.meta.dirname, '../../../shared/samples')
const seeds = join(import.meta.dirname, '../../../shared/seeds')

/** A label may name the promising part of a sentence; a person reads the sentence. */
const promises = ({ commitments }: PublishedReply) => commitments.map((one) => one.replace(/\s+/g, ''))

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, '') : Array.isArray(value) ? value.map(plain) : value

async function pageAt(path: string) {
  const decoded = textOfBytes(await readFile(path))
  if (!decoded.ok) throw new Error(decoded.message)
  return readPage(decoded.text)
}

const pages = (await readdir(own)).filter((name) => /\.(?:txt|html)$/.test(name))

describe('pages of many layouts', () => {
  it.each(pages)('%s is read as its label says', async (file) => {
    const label = JSON.parse(
      await readFile(join(own, file.replace(/\.\w+$/, '.json')), 'utf8'),
    ) as PublishedReply
    const { reply } = await pageAt(join(own, file))
    expect(promises(reply)).toHaveLength(label.commitments.length)
    for (const promise of promises(label))
      expect(promises(reply).some((read) => read.includes(promise))).toBe(true)
    for (const [field, value] of Object.entries(label).filter(([name]) => name !== 'commitments'))
      expect.soft(plain(reply[field as keyof PublishedReply]), field).toEqual(plain(value))
    expect(Object.keys(reply).toSorted()).toEqual(Object.keys(label).toSorted())
  })
})

describe.skipIf(!existsSync(samples))('the labelled samples', () => {
  it('score at least 97, and as much where something is printed', async () => {
    const out = await mkdtemp(join(tmpdir(), 'fuhan-pages-'))
    for (const name of (await readdir(samples)).filter((one) => /^\d+\.txt$/.test(one))) {
      const { reply } = await pageAt(join(samples, name))
      await writeFile(join(out, name.replace('.txt', '.json')), JSON.stringify(reply))
    }
    const { stdout } = await promisify(execFile)('node', [join(samples, 'score.mjs'), out, samples, '--json'])
    const score = JSON.parse(stdout) as { macro: number; macro_filled: number; missing: number }
    expect(score.missing).toBe(0)
    expect(score.macro).toBeGreaterThanOrEqual(0.97)
    expect(score.macro_filled).toBeGreaterThanOrEqual(0.97)
  })
})

describe.skipIf(!existsSync(seeds))('the five real documents', async () => {
  const names = existsSync(seeds) ? (await readdir(seeds)).toSorted() : []
  const seed = (n: number) => pageAt(join(seeds, names[n] ?? ''))

  it('four are replies and one is none, with the spam in the place of its issuer found', async () => {
    const read = await Promise.all([0, 1, 2, 3, 4].map(seed))
    expect(read.map(({ reply }) => reply.is_reply)).toEqual([true, true, true, true, false])
    expect(read[4]?.reply.warnings).toEqual(['SPAM_ISSUER', 'NOT_A_REPLY'])
    expect(read[4]?.findings.filter(({ code }) => code === 'FOREIGN_LINK')).toHaveLength(1)
  })

  it('a number broken over two lines is one number', async () => {
    const { references, text } = await seed(2)
    const broken = references.find(({ from, to }) => text.slice(from, to).includes('\n'))
    expect(broken?.value).toMatch(/^渝科局发〔2019〕62号$/)
  })

  it('a letter’s day that differs from the catalogue’s is a finding, and the letter’s own day stands', async () => {
    const { reply, findings } = await seed(0)
    expect(reply.letter_date).toBe('2022-05-20')
    expect(findings.map(({ code }) => code)).toContain('CATALOGUE_DATE')
  })

  it('an organisation is the sponsor', async () => {
    const { reply } = await seed(1)
    expect([reply.sponsor_type, reply.sponsors]).toEqual(['group', ['台盟省委会']])
  })
})

describe('fuhan read-page', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'scripts/fuhan/main.ts',
      'read-page',
      ...args,
    ]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )

  it('prints several pages one a line, also one in GB18030, and says which it could not read', async () => {
    const place = await mkdtemp(join(tmpdir(), 'fuhan-read-'))
    const [bad, older] = [join(place, 'bad.txt'), join(place, 'older.txt')]
    await writeFile(bad, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
    await writeFile(older, gb18030)
    const { code, stdout, stderr } = await run(bad, older, join(own, '002.txt'))
    expect(code).toBe(2)
    expect(stderr).toContain('bad.txt：这不是文本或网页文件。')
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PublishedReply)
    expect(read.map(({ sponsors }) => sponsors)).toEqual([['王云'], ['单明朗']])
  }, 30_000)

  it('writes NAME.json for a whole folder', async () => {
    const place = await mkdtemp(join(tmpdir(), 'fuhan-read-'))
    await mkdir(join(place, 'in'))
    await writeFile(join(place, 'in', '7.html'), await readFile(join(own, '010.html')))
    expect((await run('--dir', join(place, 'in'), '--out', join(place, 'out'))).code).toBe(0)
    const written = JSON.parse(await readFile(join(place, 'out', '7.json'), 'utf8')) as PublishedReply
    expect(written.item_no).toBe('88')
  }, 30_000)
})

/** “王云代表：您提出的关于修路的建议收悉，现答复如下：路已修好。” as an older site writes it. */
const gb18030 = Buffer.from(
  'cdf5d4c6b4fab1eda3ba0ac4facce1b3f6b5c4b9d8d3dad0dec2b7b5c4bda8d2e9cad5cfa4a3accfd6b4f0b8b4c8e7cfc2a3bac2b7d2d1d0debac3a1a30a',
  'hex',
)

describe('a hostile page', () => {
  const opening = '张三代表：\n您提出的建议收悉，现答复如下：\n'
  it.each([
    ['a line of blanks', `关于${' '.repeat(140_000)}`],
    ['open brackets', `张三代表：\n您提出的${'《'.repeat(140_000)}收悉`],
    ['tags in tags', `<html><body>${'<div>'.repeat(30_000)}字</body></html>`],
    ['tags never closed', '<a '.repeat(50_000)],
    ['numbers that never end', `${opening}${'甲〔2020〕'.repeat(20_000)}`],
    ['an endless list of names', `${'张三、'.repeat(45_000)}代表：`],
  ])('%s is read in bounded time', (_, text) => {
    const started = performance.now()
    readPage(text)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('runs nothing, fetches nothing and keeps its scripts out of the text', () => {
    const page = readPage(
      '<html><body><script>fetch("http://evil.example")</script><p>张三代表：</p></body></html>',
    )
    expect(page.text).toBe('张三代表：')
  })

  it('a value’s place leads back to its words', () => {
    const source = `\ufeff市水务局\r\n關於市七屆人大二次會議第12號建議的答復\r\n嚴(yán)寒代表：\r\n您提出的《關於清淤的建議》收悉，現答復如下：已清淤。\r\n市水務局\r\n2021年5月6日`
    const { text, reply, places } = readPage(source)
    const [place] = places.subject ?? []
    expect(text.slice(place?.from, place?.to)).toBe('關於清淤的建議')
    const [name] = places.sponsors ?? []
    expect([text.slice(name?.from, name?.to), reply.sponsors]).toEqual(['嚴(yán)寒', ['嚴寒']])
  })
})
