import { installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { run } from './house/run.mjs'

// The house is one bundle with one pool, so development restarts it: sources changed → built again → started again.
requireNode()
await installWhatIsMissing()
process.exit(
  await run(process.execPath, ['--watch-path=app', '--watch-path=drizzle/seed', 'scripts/start.mjs']),
)
