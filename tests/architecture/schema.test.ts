import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'

const { generateDrizzleJson, generateMigration } = createRequire(import.meta.url)('drizzle-kit/api')

const folder = path.resolve('app/db/schema')

/** All tables, whichever file they stand in: a file nobody named here could not drift unseen. */
const tables = async () =>
  Object.assign(
    {},
    ...(await Promise.all(readdirSync(folder).map((file) => import(path.join(folder, file))))),
  ) as Record<string, unknown>

it('needs no migration that is not in drizzle/', async () => {
  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
    entries: { tag: string }[]
  }
  const last = journal.entries.at(-1)?.tag.slice(0, 4)
  const before = JSON.parse(readFileSync(`drizzle/meta/${last}_snapshot.json`, 'utf8'))
  const now = generateDrizzleJson(await tables(), before.id, undefined, 'snake_case')
  expect(await generateMigration(before, now)).toEqual([])
})
