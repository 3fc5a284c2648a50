import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { demoLetter, fivePageLetter } from '../support/demo-letter'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
let input = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuhan-letter-'))
  input = join(folder, 'letter.json')
  await writeFile(input, JSON.stringify(demoLetter))
})
afterAll(() => rm(folder, { recursive: true }))

/** A clock that runs a day ahead, loaded before the program. */
const tomorrow = `data:text/javascript,${encodeURIComponent(
  'const D=Date,day=864e5;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+day)}static now(){return D.now()+day}}',
)}`

async function renderElsewhere(name: string, env: Record<string, string>, preload: string[] = []) {
  const output = join(folder, name)
  const args = [...preload.flatMap((url) => ['--import', url]), '--import', 'tsx', 'scripts/fuhan/main.ts']
  await promisify(execFile)(process.execPath, [...args, 'letter', input, output], {
    cwd: root,
    env: { NODE_ENV: 'test', PATH: process.env['PATH'] ?? '', ...env },
  })
  return new Uint8Array(await readFile(output))
}

describe('the bytes of a letter', () => {
  test('are the same in other processes, time zones and locales, a day apart', async () => {
    const here = await renderReplyLetter(demoLetter)
    const [shanghai, honolulu] = await Promise.all([
      renderElsewhere('a.docx', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }),
      renderElsewhere('b.docx', { TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, [
        tomorrow,
      ]),
    ])
    expect(shanghai).toEqual(here)
    expect(honolulu).toEqual(here)
  })

  test('do not remember the letters rendered before', async () => {
    const first = await renderReplyLetter(demoLetter)
    await renderReplyLetter(fivePageLetter)
    await renderReplyLetter({ ...demoLetter, issuer: '云汀市林业和草原局' })
    expect(await renderReplyLetter(demoLetter)).toEqual(first)
  })

  test('change with one character of the text', async () => {
    const first = await renderReplyLetter(demoLetter)
    expect(await renderReplyLetter({ ...demoLetter, salutation: '林晓洲委员：' })).not.toEqual(first)
  })
})
