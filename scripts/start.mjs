import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale } from './house/build-when-stale.mjs'
import { fail, installWhatIsMissing, requireNode } from './house/install-what-is-missing.mjs'
import { root } from './house/run.mjs'

requireNode()
await installWhatIsMissing()
await buildWhenStale()

// The server is one bundle: everything long-lived is started by what entry.server exports.
process.chdir(root)
process.env.NODE_ENV ??= 'production'
const build = await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)

let house
let stopping = false

async function stop(code) {
  if (stopping) return
  stopping = true
  console.log('正在停止：办完正在处理的请求……')
  await house?.stop().catch((error) => console.error(error))
  process.exit(code)
}

process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
process.on('uncaughtException', (error) => {
  console.error(error)
  process.exit(1)
})

try {
  house = await build.entry.module.openHouse(build, process.env, path.join(root, 'build/client'))
} catch (error) {
  fail(`没有启动：${error instanceof Error ? error.message : String(error)}`)
}
if (stopping) await house.stop().finally(() => process.exit(0))

console.log(`复函已启动：${house.address}`)
for (const line of house.accounts) console.log(line)
