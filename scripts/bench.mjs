import { existsSync } from 'node:fs'
import path from 'node:path'
import { buildWhenStale } from './house/build-when-stale.mjs'
import { fail, installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { root, tool } from './house/run.mjs'

requireNode()
const [name = ''] = process.argv.slice(2)
if (!existsSync(path.join(root, `tests/bench/${name}.ts`)))
  fail(`没有这项测量：${name}。可用：pages、letter、import。`)
await installWhatIsMissing()
await buildWhenStale()
process.exit(await tool('tsx', 'tests/bench/run.ts', name))
