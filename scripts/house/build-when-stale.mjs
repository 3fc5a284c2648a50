import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fail } from './install-what-is-missing.mjs'
import { root, tool } from './run.mjs'

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
  const wanted = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('正在构建……')
  const code = await tool('remix', 'vite:build', '--logLevel', 'warn')
  if (code !== 0) fail('没有构建成功，请看上面的输出。')
  writeFileSync(stamp, wanted)
}
