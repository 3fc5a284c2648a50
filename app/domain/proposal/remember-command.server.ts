import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { commandKey } from '~/db/schema/log'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import { actorOf } from '../people/viewer'
import { Conflict } from '../refusals'
import type { Command } from './command'

export const digestOf = (input: unknown) => sha256(canonicalJson(input))

/**
 * The first result of this key, or null when the key is new; a second post of the same key waits for the first.
 * @throws Conflict when the key was used with another input: the first result is shown, what was typed is kept.
 */
export async function firstResult(
  tx: Tx,
  command: Command,
  event: string,
  digest: string,
): Promise<{ result: unknown } | null> {
  const actor = actorOf(command.viewer)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor} ${command.key}`}, 0))`)
  const [row] = await tx
    .select()
    .from(commandKey)
    .where(and(eq(commandKey.actor, actor), eq(commandKey.key, command.key)))
  if (!row) return null
  if (row.event === event && row.digest === digest) return row.result
  throw new Conflict(
    '这张表单已经提交过一次，内容与这次不同。先看第一次的结果，需要再改请重新填写提交。',
    [],
    row.result.result,
  )
}

/** Stores the key with its result, in the command's own transaction. */
export async function rememberResult(
  tx: Tx,
  command: Command,
  event: string,
  digest: string,
  result: unknown,
) {
  const bureauId = command.viewer.bureauId
  if (!bureauId) throw new Error('a command needs a bureau')
  await tx.insert(commandKey).values({
    actor: actorOf(command.viewer),
    key: command.key,
    bureauId,
    event,
    digest,
    result: { result: result ?? null },
    recordedAt: command.realNow,
  })
}
