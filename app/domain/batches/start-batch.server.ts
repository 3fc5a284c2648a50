import { randomUUID } from 'node:crypto'
import { asViewer, type Tx } from '~/db/client.server'
import { insertMany } from '~/db/insert-many.server'
import { batch, batchItem } from '~/db/schema/batches'
import { hasRole } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { roleWords } from '../proposal/who-can-help'
import { Invalid, Refused } from '../refusals'
import { wakeJob } from '~/db/wake-job.server'
import { batchKinds } from './kinds.server'

export type NewItem = { label: string; subjectId?: string | null; input: unknown }

export type NewBatch = { kind: string; title: string; items: readonly NewItem[] }

export const mostItems = 20_000

/**
 * Starts a batch in one transaction of its own; the job takes it up after that.
 * @throws Refused unless the person may start this kind · Invalid when there is nothing to do, or too much · Conflict
 */
export async function startBatch(command: Command, given: NewBatch): Promise<{ batchId: string }> {
  const digest = digestOf(given)
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, 'start_batch', digest)
    if (first) return first.result as { batchId: string }
    const made = await addBatch(tx, command, given)
    await rememberResult(tx, command, 'start_batch', digest, made)
    return made
  })
}

/** The same inside a command that stores something more with it. */
export async function addBatch(
  tx: Tx,
  command: Command,
  { kind, title, items }: NewBatch,
): Promise<{ batchId: string }> {
  const { bureauId, userId } = command.viewer
  const roles = batchKinds[kind]?.roles ?? []
  if (!bureauId || !userId || !roles.some((role) => hasRole(command.viewer, role)))
    throw new Refused('start_batch', [
      {
        code: 'NOT_YOURS',
        message: '这项批量办理不由您发起。',
        whoCanResolve: roles.map((role) => roleWords[role]).join('、'),
      },
    ])
  if (items.length === 0) throw new Invalid([{ field: '', message: '没有选中要办的件。' }])
  if (items.length > mostItems)
    throw new Invalid([{ field: '', message: `一次最多 ${mostItems} 件，请分几次办。` }])
  const batchId = randomUUID()
  await tx.insert(batch).values({
    id: batchId, bureauId, kind, title: title.slice(0, 200), startedBy: userId, startedAt: command.now,
    state: 'queued', total: items.length, done: 0, failed: 0,
  }) // prettier-ignore
  await insertMany(tx, batchItem, items.map((item, i) => ({
    batchId, position: i + 1, bureauId, label: item.label.slice(0, 300), subjectId: item.subjectId ?? null,
    input: JSON.stringify(item.input), state: 'waiting' as const, message: '',
  }))) // prettier-ignore
  await wakeJob(tx, 'batches')
  return { batchId }
}
