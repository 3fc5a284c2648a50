import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chmodSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../../app/db/embedded-postgres.server'
import { markAsTestDatabase, migrate } from '../../../app/db/migrate.server'

/** Starts the embedded PostgreSQL in a folder of its own and runs the real migrations into the database tests clone. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhan-tests-'))
  chmodSync(folder, 0o755)
  const cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => {} })
  await migrate(cluster.url)
  await markAsTestDatabase(cluster.url)
  project.provide('postgres', {
    superuserUrl: cluster.superuserUrl,
    ownerUrl: cluster.url,
    template: 'fuhan',
  })
  return async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
