import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWhenStale } from './house/build-when-stale.mjs'
import { installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { tool } from './house/run.mjs'

requireNode()
await installWhatIsMissing()
await buildWhenStale()

process.env.NODE_ENV = 'test'
const report = path.join(tmpdir(), `fuhan-tests-${process.pid}.json`)
const code = await tool(
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
)

// The plain closing line that any reader of the output understands.
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(report, 'utf8'),
)
rmSync(report, { force: true })
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`)
process.exit(code)
