import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name: path.join('app', name), text: readFileSync(path.join('app', name), 'utf8') }))

const writers = (pattern: RegExp) =>
  sources
    .filter((s) => pattern.test(s.text))
    .map((s) => s.name)
    .toSorted()

it('only the door and the registration write the proposal’s row', () =>
  expect(writers(/\.update\(proposal\)/)).toEqual([
    'app/domain/intake/register-proposal.server.ts',
    'app/domain/proposal/record-outcome.server.ts',
  ]))

it('only the door changes a reply or the state of a request', () => {
  expect(writers(/\.update\(reply\)/)).toEqual(['app/domain/proposal/record-outcome.server.ts'])
  expect(writers(/\.update\(objection\)/)).toEqual(['app/domain/proposal/record-outcome.server.ts'])
  expect(writers(/\.update\(request\)/)).toEqual([
    'app/domain/proposal/record-outcome.server.ts',
    'app/domain/urging/urge-request.server.ts',
  ])
})

it('what the door writes with is the door’s alone', () =>
  expect(writers(/recordOutcome\(/)).toEqual(['app/domain/proposal/move.server.ts']))

it('only the log appends events, and nothing changes them', () => {
  expect(writers(/\.insert\(event\)|insertMany\(tx, event\b/)).toEqual([
    'app/domain/log/append-event.server.ts',
  ])
  expect(writers(/\.(update|delete)\(event\)/)).toEqual([])
})

it('the database is reached through asViewer alone', () =>
  expect(writers(/from 'postgres'|drizzle-orm\/postgres-js'/)).toEqual([
    'app/db/client.server.ts',
    'app/db/embedded-postgres.server.ts',
    'app/db/migrate.server.ts',
  ]))

it('the queue’s statements, which stand behind no viewer, are called by the jobs alone', () =>
  expect(writers(/executeQueueSql/)).toEqual(['app/db/client.server.ts', 'app/jobs/patient-sql.server.ts']))

it('no drawer is called utils, helpers, misc, common, lib, service, manager, core or shared', () =>
  expect(
    sources
      .map((s) => s.name)
      .filter((n) =>
        /(^|\/)(utils?|helpers?|misc|common|lib|services?|managers?|core|shared)(\/|\.tsx?$|\.server\.ts$)/.test(
          n,
        ),
      ),
  ).toEqual([]))
