import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'

/** Every process that lives, from /proc: { pid, parent, command, folder }. Zombies are gone already. */
function living() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, state, parent] = stat.slice(stat.lastIndexOf(')')).split(' ')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return state === 'Z'
          ? []
          : [
              {
                pid: Number(name),
                parent: Number(parent),
                command,
                folder: readlinkSync(`/proc/${name}/cwd`),
              },
            ]
      } catch {
        return []
      }
    })
}

/** A process and everything that descends from it. */
export function below(pid) {
  const all = living()
  const found = all.filter((one) => one.pid === pid)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

/** The processes that work in a folder, whoever their parents are or were. */
export const workingIn = (folder) =>
  living().filter((one) => one.folder === folder || one.folder.startsWith(`${folder}/`))

/** Where the cluster of a data folder lies: inside, or under /var/lib where PostgreSQL's account cannot reach it. */
export function clusterOf(data) {
  const name = `fuhan-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
  const places = [path.join(data, 'postgres', 'cluster'), path.join('/var/lib', name, 'cluster')]
  return places.find((place) => existsSync(path.join(place, 'PG_VERSION'))) ?? null
}

/** The PostgreSQL servers that run on a data folder; a sound house has one, or none. */
export const serversOn = (data) =>
  living().filter(({ command }) => command.includes(`bin/postgres -D ${clusterOf(data)} `))
