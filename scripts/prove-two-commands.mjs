// Proves what the two commands promise, from clones of HEAD: as root in a 0700 folder, as an ordinary user, with
// NODE_ENV=production, under npm 10.8 and on Node 22; SIGTERM to npm, Ctrl-C to its group, also while opening, kill -9
// of node and of PostgreSQL; and counts what is left behind. It signals only processes that descend from its own, or
// PostgreSQL servers on its own folders. Linux, as root. Usage: node scripts/prove-two-commands.mjs [CASE…]
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { below, clusterOf, serversOn, workingIn } from './house/processes.mjs'
import { root } from './house/run.mjs'

const port = 3900
const nobody = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups']
const cases = {
  root: {},
  user: { as: nobody },
  production: { env: { NODE_ENV: 'production' } },
  npm10: { npm: ['npx', '-y', 'npm@10.8.2'] },
  node22: { npm: ['npx', '-y', '-p', 'node@22', '--', 'npm'] },
}

let failures = 0

function say(name, promise, holds, more = '') {
  if (!holds) failures += 1
  console.log([name.padEnd(12), promise.padEnd(50), holds ? 'ok' : 'FAILED', more].join(' '))
}

const answers = () =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1000) }).then(
    (answer) => answer.ok,
    () => false,
  )

/** Seconds until `ask` is true, or null. */
async function until(ask, seconds) {
  const began = Date.now()
  while (Date.now() - began < seconds * 1000) {
    if (await ask()) return ((Date.now() - began) / 1000).toFixed(1)
    await wait(100)
  }
  return null
}

/** One `npm start` in a process group of its own. */
function begin({ folder, as = [], env = {}, npm = ['npm'] }) {
  const [command, ...args] = [...as, ...npm, 'start']
  const child = spawn(command, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(as.length > 0 ? { HOME: path.dirname(folder) } : {}),
      PORT: String(port),
      ...env,
    },
  })
  const house = { pid: child.pid, printed: '', ended: false }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (house.printed += chunk))
  child.once('exit', () => (house.ended = true))
  return house
}

const find = (house, pattern) => below(house.pid).find(({ command }) => pattern.test(command))?.pid
const npmOf = (house) => find(house, /^npm start/) ?? house.pid
const nodeOf = (house) => find(house, /node scripts\/start\.mjs/)

/** Ends what a failed case left, so that the next one begins clean. */
function sweep(folder, data) {
  for (const { pid } of [...workingIn(folder), ...serversOn(data)]) process.kill(pid, 'SIGKILL')
}

async function prove(name, how) {
  const base = mkdtempSync(path.join(tmpdir(), 'prove-'))
  const folder = path.join(base, 'fuhan')
  const data = path.join(folder, 'data')
  execFileSync('git', ['clone', '-q', root, folder])
  if (how.as) execFileSync('chown', ['-R', 'nobody:nogroup', base])
  chmodSync(base, 0o700)
  const place = { folder, ...how }
  const left = () => [...workingIn(folder), ...serversOn(data)]
  const gone = (house) => until(() => house.ended && left().length === 0, 25)
  const ready = (seconds) => until(answers, seconds)

  let house = begin(place)
  const opened = await until(() => clusterOf(data) !== null, 300)
  process.kill(-house.pid, 'SIGINT')
  say(name, 'Ctrl-C while opening stops everything', opened && (await gone(house)))

  house = begin(place)
  const cold = await ready(120)
  say(name, 'npm start from a clone answers', cold, `${opened} s to the database, then ${cold} s`)
  if (!cold) console.log(house.printed.slice(-1500))
  if (cold) {
    process.kill(npmOf(house), 'SIGTERM')
    say(name, 'SIGTERM to npm stops everything', await gone(house))

    house = begin(place)
    const warm = await ready(60)
    say(name, 'a second start', warm, `${warm} s`)
    process.kill(-house.pid, 'SIGINT')
    say(name, 'Ctrl-C to the group stops everything', await gone(house))

    house = begin(place)
    await ready(60)
    const second = begin(place)
    await until(() => second.ended, 30)
    say(name, 'a second start on the same data is refused', /正由另一个复函进程/.test(second.printed))

    process.kill(nodeOf(house), 'SIGKILL')
    await until(() => house.ended, 10)
    const orphans = serversOn(data).length
    house = begin(place)
    const again = await ready(60)
    say(
      name,
      'kill -9 of node: next start, one server',
      again && orphans === 1 && serversOn(data).length === 1,
    )

    for (const { pid } of serversOn(data)) process.kill(pid, 'SIGKILL')
    await until(async () => !(await answers()), 10)
    const revived = await ready(30)
    say(name, 'kill -9 of PostgreSQL: answers again', revived && !house.ended, `${revived} s`)

    process.kill(npmOf(house), 'SIGTERM')
    await gone(house)
    say(
      name,
      'no process left behind',
      left().length === 0,
      left()
        .map((one) => one.command)
        .join('; '),
    )
  }
  sweep(folder, data)
  const elsewhere = clusterOf(data)
  rmSync(base, { recursive: true, force: true })
  if (elsewhere) rmSync(path.dirname(elsewhere), { recursive: true, force: true })
}

if (await answers()) {
  console.error(`port ${port} is in use; stop what answers there first`)
  process.exit(2)
}
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(cases))
  await prove(name, cases[name])
console.log(`${failures} failures`)
process.exit(failures === 0 ? 0 : 1)
