import { z } from 'zod'
import { asViewer, type Tx } from '~/db/client.server'
import { wakeJob } from '~/db/wake-job.server'
import type { BatchKind, ItemResult } from '../../batches/batch-kind'
import { shanghaiDay } from '../../deadlines/day'
import type { Command } from '../../proposal/command'
import { digestOf, firstResult, rememberResult } from '../../proposal/remember-command.server'
import { faultWords } from './fault-words'
import { judgeRows, type Judged } from './judge-rows.server'
import { importOf, rowsOf } from './read-import.server'
import { registerListed, takeTurn } from './register-listed.server'

const place = z.object({ importId: z.uuid(), row: z.number().int() })

/** 登记清单: some hundred rows in one transaction, each judged again as things stand now. */
export const registerBatch: BatchKind = {
  words: '登记清单',
  roles: ['registrar'],
  atOnce: 500,
  async many(command, items) {
    const places = items.map((item) => place.parse(item.input))
    const digest = digestOf(places)
    return await asViewer(command.viewer, async (tx) => {
      const first = await firstResult(tx, command, 'register_rows', digest)
      if (first) return first.result as ItemResult[]
      const importId = places[0]?.importId ?? ''
      const results = await registerRows(tx, command, importId, places.map((p) => p.row)) // prettier-ignore
      await wakeJob(tx, 'search')
      await rememberResult(tx, command, 'register_rows', digest, results)
      return results
    })
  },
}

async function registerRows(
  tx: Tx,
  command: Command,
  importId: string,
  positions: readonly number[],
): Promise<ItemResult[]> {
  const { bureauId } = command.viewer
  if (!bureauId) throw new Error('a list is of a bureau')
  await takeTurn(tx, command, bureauId)
  const { heads, settings, fileName } = await importOf(tx, importId)
  if (!settings) throw new Error('the list has no columns chosen')
  const judged = await judgeRows(
    tx,
    { heads, settings },
    await rowsOf(tx, importId, positions),
    shanghaiDay(command.now),
  )
  const fresh = judged.flatMap((row) => (row.is === 'new' ? [row] : []))
  const made = await registerListed(tx, command, fresh, { importId, fileName })
  const byRow = new Map(judged.map((row) => [row.position, row]))
  const madeOf = new Map(made.map((one) => [one.position, one]))
  return positions.map((position) => {
    const one = madeOf.get(position)
    if (one) return { state: 'done', message: `已登记，登记号 ${one.registerNo}`, subjectId: one.proposalId }
    return resultOf(byRow.get(position))
  })
}

function resultOf(row: Judged | undefined): ItemResult {
  if (row?.is === 'unchanged')
    return { state: 'unchanged', message: `已登记过（${row.registered.registerNo}），与清单一致。`, subjectId: row.registered.id } // prettier-ignore
  if (row?.is === 'differs')
    return { state: 'failed', message: `已登记过（${row.registered.registerNo}），没有改动。${faultWords(row.faults)}`, subjectId: row.registered.id } // prettier-ignore
  if (row?.is === 'not_ours') return { state: 'unchanged', message: '主办、会办单位里没有本局，不登记。' }
  if (row?.is === 'faulty') return { state: 'failed', message: faultWords(row.faults) }
  return { state: 'failed', message: '清单里找不到这一行。' }
}
