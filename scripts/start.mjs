import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale } from './house/build-when-stale.mjs'
import { fail, installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { root } from './house/run.mjs'

requireNode()
await installWhatIsMissing()
await buildWhenStale()

// What the environment says already stands; .env.example names the settings. Tests have none but their own.
if (process.env.NODE_ENV !== 'test' && existsSync(path.join(root, '.env')))
  process.loadEnvFile(path.join(root, '.env'))

// The server is one bundle: everything long-lived is started by what entry.server exports.
process.chdir(root)
process.env.NODE_ENV ??= 'production'
const build = await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)

let house
let stopping = false

// A house that is still opening is stopped once it stands: leaving at once would leave its PostgreSQL running.
async function stop() {
  if (stopping) return
  stopping = true
  console.log('正在停止：办完正在处理的请求……')
  if (house) await close()
}

async function close() {
  await house.stop().catch((error) => console.error(error))
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('uncaughtException', (error) => {
  console.error(error)
  process.exit(1)
})

try {
  house = await build.entry.module.openHouse(build, process.env, path.join(root, 'build/client'))
} catch (error) {
  fail(`没有启动：${error instanceof Error ? error.message : String(error)}`)
}
if (stopping) await close()

console.log(`复函已启动：${house.address}`)
for (const line of house.accounts) console.log(line)
