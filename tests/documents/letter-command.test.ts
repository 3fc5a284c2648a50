import { execFile } from 'node:child_process'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { demoLetter } from '../support/demo-letter'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuhan-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Outcome = { status: number; stdout: string; stderr: string }

const fuhan = (...args: string[]) =>
  new Promise<Outcome>((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/fuhan/main.ts', ...args],
      { cwd: root, env: { NODE_ENV: 'test', PATH: process.env['PATH'] ?? '' } },
      (_, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr }),
    )
  })

/** Runs `letter` on a text and tells what it said and whether a file came of it. */
async function letter(name: string, text: string) {
  const [input, output] = [join(folder, `${name}.json`), join(folder, `${name}.docx`)]
  await writeFile(input, text)
  const outcome = await fuhan('letter', input, output)
  const written = await access(output).then(
    () => true,
    () => false,
  )
  return { ...outcome, written, output }
}

describe('fuhan letter', () => {
  test('writes the letter, with no settings and no database, and says nothing', async () => {
    const { status, stdout, stderr, output } = await letter('whole', JSON.stringify(demoLetter))
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
    expect((await readFile(output)).equals(await renderReplyLetter(demoLetter))).toBe(true)
  })

  test.each([
    ['unknown', { ...demoLetter, signer: '周岚' }, 'signer'],
    ['date', { ...demoLetter, date: '2022-02-30' }, 'date'],
    ['body', { ...demoLetter, body: [] }, 'body'],
    ['control', { ...demoLetter, cc: ['市政府\u0000办公室'] }, 'cc[0]'],
    ['document', { ...demoLetter, layout: 'document' }, 'layout'],
  ])('refuses %s: names the field, status 2, no file', async (name, input, field) => {
    const { status, stderr, written } = await letter(name, JSON.stringify(input))
    expect({ status, written }).toEqual({ status: 2, written: false })
    expect(stderr.startsWith(field)).toBe(true)
    expect(stderr.trim().split('\n').length).toBe(1)
  })

  test('refuses what is no JSON, is not there, or has no place to go', async () => {
    expect(await letter('broken', '{"layout":')).toMatchObject({ status: 2, written: false })
    const absent = await fuhan('letter', join(folder, 'absent.json'), join(folder, 'absent.docx'))
    expect(absent.status).toBe(2)
    expect(absent.stderr).toContain('absent.json')
    const nowhere = await fuhan('letter', join(folder, 'whole.json'), join(folder, 'no', 'where.docx'))
    expect(nowhere.status).toBe(2)
    expect((await fuhan('letter')).status).toBe(2)
  })

  test('--help names its arguments', async () => {
    const { status, stdout } = await fuhan('letter', '--help')
    expect(status).toBe(0)
    expect(stdout).toContain('<input>')
  })
})
