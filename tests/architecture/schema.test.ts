import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import * as afterTheLetter from '~/db/schema/after-the-letter'
import * as calendar from '~/db/schema/calendar'
import * as clock from '~/db/schema/clock'
import * as coHandling from '~/db/schema/co-handling'
import * as log from '~/db/schema/log'
import * as notices from '~/db/schema/notices'
import * as people from '~/db/schema/people'
import * as proposal from '~/db/schema/proposal'
import * as reply from '~/db/schema/reply'
import * as rules from '~/db/schema/rules'

const { generateDrizzleJson, generateMigration } = createRequire(import.meta.url)('drizzle-kit/api')

it('needs no migration that is not in drizzle/', async () => {
  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
    entries: { idx: number }[]
  }
  const last = String(journal.entries.at(-1)?.idx).padStart(4, '0')
  const before = JSON.parse(readFileSync(`drizzle/meta/${last}_snapshot.json`, 'utf8'))
  const schema = {
    ...people,
    ...proposal,
    ...calendar,
    ...clock,
    ...coHandling,
    ...reply,
    ...afterTheLetter,
    ...log,
    ...rules,
    ...notices,
  }
  const now = generateDrizzleJson(schema, before.id, undefined, 'snake_case')
  expect(await generateMigration(before, now)).toEqual([])
})
