import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWhenStale } from './house/build-when-stale.mjs'
import { fail, installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
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

if (!existsSync(report)) fail('vitest 没有留下结果，请看上面的输出。')
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
  readFileSync(report, 'utf8'),
)
rmSync(report, { force: true })

// A file that could not even be loaded has no test of its own that failed; it counts as one.
const brokenFiles = testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
).length

// The plain closing line that any reader of the output understands.
console.log(
  `${numPassedTests} passed, ${numFailedTests + brokenFiles} failed, ${numPendingTests + numTodoTests} skipped`,
)
process.exit(code)
