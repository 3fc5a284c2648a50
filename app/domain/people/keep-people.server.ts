import { sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Conflict, Refused } from '../refusals'
import { isDutyOf, refusalOf, type Duty } from './administrators'

type Kind =
  | 'division_added' | 'division_changed' | 'unit_added' | 'unit_changed'
  | 'account_opened' | 'account_corrected' | 'roles_changed' | 'password_given' | 'account_disabled' | 'account_enabled'
  | 'delegate_added' | 'delegate_corrected' | 'delegates_carried'
  | 'list_kept' | 'delegates_imported' | 'units_imported' // prettier-ignore

type Kept<R> = { result: R; details: Record<string, unknown> }
export type Keeper = { bureauId: string; userId: string }

/** @throws Refused when it is another's part */
export function mustHaveDuty(viewer: Command['viewer'], duty: Duty) {
  if (!isDutyOf(viewer, duty)) throw new Refused('keep_people', [refusalOf(duty)])
}

/**
 * One change of the bureau's people and places: by whose part it is, one at a time, once per key,
 * logged on the bureau's own chain.
 * @throws Refused for everybody else · Conflict for a key used with another input · whatever `work` throws
 */
export async function keepPeople<R>(
  command: Command,
  { kind, duty }: { kind: Kind; duty: Duty },
  input: unknown,
  work: (tx: Tx, by: Keeper) => Promise<Kept<R>>,
): Promise<R> {
  const { viewer } = command
  mustHaveDuty(viewer, duty)
  const digest = digestOf(input)
  return await asViewer(viewer, async (tx) => {
    const first = await firstResult(tx, command, kind, digest)
    if (first) return first.result as R
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(fuhan_bureau()::text, 3))`)
    const by = { bureauId: viewer.bureauId ?? '', userId: viewer.userId ?? '' }
    const { result, details } = await work(tx, by)
    const times = { businessAt: command.now, recordedAt: command.realNow }
    await appendBureauEvent(tx, viewer, { kind, details }, times)
    await rememberResult(tx, command, kind, digest, result)
    return result
  })
}

/** @throws Conflict when another administrator changed the row after the page was drawn; says what it is now */
export function refuseStale(row: { version: number }, expected: number, now: string) {
  if (row.version !== expected)
    throw new Conflict(`您打开页面以后，别人改过这一条，您这次没有保存。现在是：${now}。`, [])
}
