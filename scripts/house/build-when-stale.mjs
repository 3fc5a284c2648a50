import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fail } from './install-what-is-missing.mjs'
import { binary, root, run } from './run.mjs'

const sources = ['app', 'public', 'drizzle/seed', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']
const stamp = path.join(root, 'build', '.fuhan-built')

/** A hash over every source's path and content: a checkout that goes back in time is noticed too. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((name) => filesOf(path.join(root, name))))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesOf(at) {
  if (!existsSync(at)) return []
  if (statSync(at).isFile()) return [at]
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .toSorted()
}

/** Builds when a source changed since the last finished build. */
export async function buildWhenStale() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()) return
  console.log('正在构建……')
  if ((await build()) !== 0) fail('没有构建成功，请看上面的输出。')
}

/** Builds and answers the exit code. Only a finished build has a stamp, and NODE_ENV does not reach into it. */
export async function build() {
  const wanted = sourcesHash()
  rmSync(stamp, { force: true })
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await run(binary('remix'), ['vite:build', '--logLevel', 'warn'], env)
  if (code === 0) writeFileSync(stamp, wanted)
  return code
}
