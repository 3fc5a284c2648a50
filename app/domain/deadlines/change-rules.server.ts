import { asViewer, type Tx } from '~/db/client.server'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { hasRole } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Refused, type Refusal } from '../refusals'

const notTheAdministrator: Refusal = {
  code: 'NOT_YOURS',
  message: '办理规则由系统管理员维护。',
  whoCanResolve: '系统管理员',
}

/** @throws Refused unless a system administrator of a bureau */
export function assertKeepsRules(viewer: Command['viewer']): string {
  if (!viewer.bureauId || !hasRole(viewer, 'system_admin'))
    throw new Refused('change_rules', [notTheAdministrator])
  return viewer.bureauId
}

type Changed<R> = { result: R; details: Record<string, unknown> }

/**
 * One change of the bureau's rules: by the system administrator, once per key, logged on the bureau's own chain.
 * @throws Refused for everybody else · Conflict for a key used with another input · whatever `work` throws
 */
export async function changeRules<R>(
  command: Command,
  kind: 'profile_written' | 'profile_put_in_force' | 'notice_day_entered',
  input: unknown,
  work: (tx: Tx, by: { bureauId: string; userId: string }) => Promise<Changed<R>>,
): Promise<R> {
  const bureauId = assertKeepsRules(command.viewer)
  const digest = digestOf(input)
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, kind, digest)
    if (first) return first.result as R
    const { result, details } = await work(tx, { bureauId, userId: command.viewer.userId ?? '' })
    const times = { businessAt: command.now, recordedAt: command.realNow }
    await appendBureauEvent(tx, command.viewer, { kind, details }, times)
    await rememberResult(tx, command, kind, digest, result)
    return result
  })
}
