import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './run.mjs'

const stamp = path.join(root, 'node_modules', '.fuhan-installed')

/** What an install depends on: the lock file and the patches. */
const wanted = () =>
  ['package-lock.json', 'patches/postgres+3.4.9.patch']
    .map((file) =>
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex'),
    )
    .join(' ')

/** The stamp is written last, so that an interrupted install counts as none. NODE_ENV=production must not leave vite out. */
export async function installWhatIsMissing() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  console.log('正在安装依赖（npm ci）……')
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0) fail(`依赖没有装好（npm ci 的退出码 ${code}），请看上面的输出。`)
  writeFileSync(stamp, wanted())
}

export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Node before 20.19 lacks what the packages need. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`需要 Node.js 20.19 以上，现在是 ${process.versions.node}。`)
}
