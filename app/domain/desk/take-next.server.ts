import { and, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { commandKey } from '~/db/schema/log'
import { acceptInDivision } from '../allocation/accept-in-division.server'
import { acknowledgeRequest } from '../co-handling/acknowledge-request.server'
import { shanghaiDay } from '../deadlines/day'
import { actorOf, heads } from '../people/viewer'
import type { Command } from '../proposal/command'
import { Conflict, NotFound, Refused } from '../refusals'
import { mayTake } from './division-queue'
import { readQueue } from './read-queue.server'

export type Taking = {
  divisionId: string
  /** The proposal that stood first when the form was drawn. */
  shown: string
  /** Whom the head gives it to; null: the presser takes it himself. */
  handlerId: string | null
}

export type Taken = { registerNo: string; kind: 'accept' | 'request'; wasShown: boolean }

/**
 * 取下一件: tries what waits, in the order of the queue, through the commands that stand for it. Who comes second finds
 * the first one taken (its lock decides) and gets the next; the same form pressed again takes no second one.
 * @throws Refused where only the head may take · Conflict when nothing is left to take
 */
export async function takeNext(command: Command, input: Taking): Promise<Taken> {
  const { viewer, now } = command
  const before = await takenBefore(command)
  if (before) return shownTo(input, await take(command, input, before))
  const { items, heads: named } = await readQueue(viewer, input.divisionId, shanghaiDay(now))
  const isHead = heads(viewer, input.divisionId)
  for (const { kind, row, requestId } of items) {
    const isOpen =
      input.handlerId === null ? mayTake(viewer, input.divisionId, kind) : kind === 'accept' && isHead
    if (!isOpen || (kind !== 'accept' && kind !== 'request')) continue
    const taken = await tryToTake(command, input, { kind, proposalId: row.id, requestId: requestId ?? '' })
    if (taken) return shownTo(input, taken)
  }
  if (!isHead && items.some(({ kind }) => kind === 'accept')) throw headOnly(named)
  throw new Conflict('队列里已经没有您能取的件了，可能刚被同事取走。', [])
}

/** 签收 and who handles it are the head's to say (lifecycle: division_accept). */
const headOnly = (named: readonly string[]) =>
  new Refused('division_accept', [
    {
      code: 'NOT_YOURS',
      message: '签收和确定承办人由处室负责人办理。',
      whoCanResolve: `处室负责人${named.slice(0, 2).join('、')}`,
    },
  ])

type There = { kind: 'accept' | 'request'; proposalId: string; requestId?: string }
type Took = There & { registerNo: string }

const shownTo = (input: Taking, { registerNo, kind }: Took): Taken => ({
  registerNo,
  kind,
  wasShown: registerNo === input.shown,
})

const take = (command: Command, input: Taking, { kind, proposalId, requestId = '' }: There): Promise<Took> =>
  kind === 'request'
    ? acknowledgeRequest(command, { proposalId, requestId })
    : acceptInDivision(command, { proposalId }, { handlerId: input.handlerId ?? command.viewer.userId ?? '' })

async function tryToTake(command: Command, input: Taking, there: There): Promise<Took | null> {
  try {
    return await take(command, input, there)
  } catch (error) {
    // Another was first: the tables refuse what is no longer there to take, and the queue goes on.
    if (error instanceof Refused || error instanceof NotFound) return null
    // The same form, pressed twice at once, took another one meanwhile.
    if (error instanceof Conflict && isTook(error.firstResult)) return error.firstResult
    throw error
  }
}

/** What this very form took when it was pressed before. */
const takenBefore = ({ viewer, key }: Command): Promise<Took | null> =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ result: commandKey.result })
      .from(commandKey)
      .where(and(eq(commandKey.actor, actorOf(viewer)), eq(commandKey.key, key)))
    const result: unknown = row?.result.result
    return isTook(result) ? result : null
  })

const isTook = (result: unknown): result is Took =>
  typeof result === 'object' && result !== null && 'registerNo' in result && 'kind' in result
