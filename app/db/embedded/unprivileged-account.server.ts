import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** PostgreSQL refuses to run as root: then its processes run as this account. */
export type Account = { name: string; uid: number; gid: number }

/** The account PostgreSQL runs as, or null where the process itself is not root. @throws when root and none exists */
export function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = ['postgres', 'nobody'].flatMap((name) => lines.find((fields) => fields[0] === name) ?? [])
  const [name, , uid, gid] = found
  if (!name) throw new Error('以 root 启动时需要系统里有 postgres 或 nobody 账号来运行数据库。')
  return { name, uid: Number(uid), gid: Number(gid) }
}

/** Whether the account can walk down to a folder: a checkout under root's home or in a 0700 folder is out of its reach. */
export function isReachable(folder: string, account: Account | null): boolean {
  if (!account) return true
  const parents: string[] = []
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    parents.push(at)
    if (at === path.dirname(at)) break
  }
  return parents.every((at) => {
    const found = statSync(at, { throwIfNoEntry: false })
    return found === undefined || mayEnter(found, account)
  })
}

function mayEnter(found: { uid: number; gid: number; mode: number }, account: Account): boolean {
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0
  if (found.gid === account.gid) return (found.mode & 0o010) !== 0
  return (found.mode & 0o001) !== 0
}
