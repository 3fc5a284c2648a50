import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** When a process began, in the kernel's own count, so that a pid used again by another process is not taken for it. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, state, ...rest] = stat.slice(stat.lastIndexOf(')')).split(' ')
    return state === 'Z' || state === 'X' ? null : (rest[18] ?? '')
  } catch {
    return existsSync('/proc/self') ? null : aliveElsewhere(pid)
  }
}

/** Systems without /proc: only that something with this pid lives. */
function aliveElsewhere(pid: number): string | null {
  try {
    process.kill(pid, 0)
    return ''
  } catch {
    return null
  }
}

/** The data folder belongs to a running process. */
export class HouseInUse extends Error {}

/**
 * One process per data folder. A lock left behind by kill -9 is recognised and taken over.
 * @throws HouseInUse with the pid when another process holds the folder
 */
export function lockHouse(folder: string): () => void {
  const file = path.join(folder, 'fuhan.lock')
  if (existsSync(file)) {
    const [pid, began] = readFileSync(file, 'utf8').split(' ')
    if (Number(pid) !== process.pid && began === beganAt(Number(pid)))
      throw new HouseInUse(
        `数据目录 ${folder} 正由另一个复函进程（PID ${pid}）使用；请先停止它，或用 DATA_DIR 换一个目录。`,
      )
    rmSync(file, { force: true })
  }
  claim(file, folder)
  return () => rmSync(file, { force: true })
}

/** A link is made whole or not at all, and only where there is none: of two starts at once one gets it. */
function claim(file: string, folder: string) {
  const own = `${file}.${process.pid}`
  writeFileSync(own, `${process.pid} ${beganAt(process.pid) ?? ''}`)
  try {
    linkSync(own, file)
  } catch (cause) {
    throw new HouseInUse(
      `数据目录 ${folder} 正由另一个刚启动的复函进程使用；请稍后再试，或用 DATA_DIR 换一个目录。`,
      {
        cause,
      },
    )
  } finally {
    rmSync(own, { force: true })
  }
}
