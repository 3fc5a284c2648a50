import type { ServerBuild } from '@remix-run/server-runtime'
import { createRequestHandler } from '@remix-run/server-runtime'
import { plantDemoBureau } from '../drizzle/seed/plant-demo-bureau.server'
import { demoPassword, demoPeople } from '../drizzle/seed/demo-people'
import { hashPassword } from './auth/password.server'
import { configureSessions } from './auth/session-cookie.server'
import { businessNow, realNow } from './clock.server'
import { bureauIds } from './domain/log/verify-log.server'
import { readSettings } from './env.server'
import { startHouse, type House } from './house.server'
import { roleWords } from './domain/proposal/who-can-help'

/** Plants the demo bureau in an empty installation; true when it did. */
export async function plantDemo(): Promise<boolean> {
  if ((await bureauIds()).length > 0) return false
  await plantDemoBureau({ now: businessNow(), realNow: realNow() }, await hashPassword(demoPassword))
  return true
}

/** The demo accounts as printed at start. */
export const demoAccounts = () => [
  `演示账号（密码都是 ${demoPassword}）：`,
  ...demoPeople.map(
    (p) =>
      `  ${p.login.padEnd(10)} ${p.name} ${p.unit ?? p.division ?? ''}${p.roles.map((r) => roleWords[r]).join('、')}`,
  ),
]

/** Everything long-lived starts from the one bundle, so that there is one pool and one clock. */
export async function openHouse(
  build: ServerBuild,
  env: NodeJS.ProcessEnv,
  clientFolder: string,
): Promise<House & { accounts: string[] }> {
  const settings = readSettings(env)
  configureSessions({ isSecure: settings.publicOrigin?.startsWith('https:') ?? false })
  const house = await startHouse(settings, {
    handle: createRequestHandler(build, 'production'),
    clientFolder,
    plantDemo,
    log: (line) => process.stdout.write(`${line}\n`),
    reportError: (error, requestId) =>
      process.stderr.write(`${new Date().toISOString()} ${requestId} ${describe(error)}\n`),
  })
  return { ...house, accounts: settings.plantsDemo ? demoAccounts() : [] }
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
