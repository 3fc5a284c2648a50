import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuhan-due-date-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Outcome = { status: number; stdout: string; stderr: string }

const dueDate = (...args: string[]) =>
  new Promise<Outcome>((done) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/fuhan/main.ts', 'due-date', ...args],
      { cwd: root, env: { NODE_ENV: 'test', PATH: process.env['PATH'] ?? '' } },
      (_, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr }),
    )
  })

const term = (from: string, amount: string, unit: string) => [
  '--from',
  from,
  '--amount',
  amount,
  '--unit',
  unit,
]

const printed = ({ stdout }: Outcome) =>
  JSON.parse(stdout) as { due: string; provisional: boolean; derivation: string[] }

const file = async (name: string, text: string) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('fuhan due-date', () => {
  test.each([
    ['2014-01-24', '5', 'workday', '2014-01-30', false],
    ['2014-09-26', '10', 'workday', '2014-10-15', false],
    ['2014-07-01', '3', 'month', '2014-10-08', false],
    ['2014-09-24', '7', 'day', '2014-10-08', false],
    ['2026-12-24', '10', 'workday', '2027-01-07', true],
  ])('%s + %s %s is %s', async (from, amount, unit, due, provisional) => {
    const outcome = await dueDate(...term(from, amount, unit))
    expect(outcome).toMatchObject({ status: 0, stderr: '' })
    expect(printed(outcome)).toMatchObject({ due, provisional })
  })

  test('prints each day counted or skipped with the notice that says so', async () => {
    const { derivation } = printed(await dueDate(...term('2014-09-26', '3', 'workday')))
    expect(derivation).toEqual([
      '2014-09-26 起算，当日不计',
      '加 3 工作日，至 2014-09-30',
      '2014-09-27 休息日，不计',
      '2014-09-28 补班，第 1 天（国务院办公厅2014年部分节假日安排通知）',
      '2014-09-29 工作日，第 2 天',
      '2014-09-30 工作日，第 3 天',
      '2014-09-30 24:00 到期',
    ])
  })

  test('counts on a calendar of its own, which stands alone', async () => {
    const own = { notices: [{ year: 2014, rest: { '2014-01-27': '试' }, work: [] }] }
    const path = await file('own.json', JSON.stringify(own))
    const outcome = await dueDate(...term('2014-01-24', '5', 'workday'), '--calendar', path)
    expect(printed(outcome)).toMatchObject({ due: '2014-02-03', provisional: false })
    expect(printed(await dueDate(...term('2015-09-25', '5', 'workday'), '--calendar', path))).toMatchObject({
      due: '2015-10-02',
      provisional: true,
    })
  })

  test.each([
    [term('2014-02-30', '5', 'workday'), '--from'],
    [term('0001-01-01', '5', 'workday'), '--from'],
    [term('2014-01-24', '0', 'workday'), '--amount'],
    [term('2014-01-24', '1.5', 'workday'), '--amount'],
    [term('2014-01-24', '99999', 'month'), '--amount'],
    [term('2014-01-24', '5', 'week'), '--unit'],
    [[...term('2014-01-24', '5', 'day'), '--calendar', '/not/there.json'], '无法读取'],
  ])('refuses %j: status 2 and one sentence', async (args, word) => {
    const { status, stdout, stderr } = await dueDate(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(word)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('refuses what is missing or no calendar', async () => {
    expect((await dueDate('--from', '2014-01-24')).status).toBe(2)
    for (const text of ['{', '[]', '{"notices":[{"year":2014,"rest":{"2014-02-30":"试"}}]}']) {
      const { status, stderr } = await dueDate(
        ...term('2014-01-24', '5', 'day'), '--calendar', await file('broken.json', text),
      ) // prettier-ignore
      expect(status).toBe(2)
      expect(stderr).toContain('broken.json')
    }
  })
})
