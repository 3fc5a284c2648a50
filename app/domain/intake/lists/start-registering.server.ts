import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { listImport } from '~/db/schema/intake'
import { addBatch } from '../../batches/start-batch.server'
import { shanghaiDay } from '../../deadlines/day'
import { hasRole } from '../../people/viewer'
import type { Command } from '../../proposal/command'
import { digestOf, firstResult, rememberResult } from '../../proposal/remember-command.server'
import { Conflict, Invalid, Refused } from '../../refusals'
import { judgeRows, type Judged } from './judge-rows.server'
import { importOf, rowsOf } from './read-import.server'
import { notARegistrar } from './upload-list.server'

/** allOrNone: nothing is begun while one row has a fault. */
export type HowMuch = { allOrNone: boolean }

const labelOf = (row: Judged) =>
  row.is === 'new' ? `${row.item.officialNo} ${row.item.subject}` : row.is === 'note' ? '' : row.label

/**
 * 登记这些: hands every row of the list to a batch, which registers what is new and says of each other row why not.
 * @throws Refused unless a registrar · NotFound · Invalid while faults stand and none were wanted · Conflict
 */
export async function startRegistering(
  command: Command,
  importId: string,
  { allOrNone }: HowMuch,
): Promise<{ batchId: string }> {
  if (!hasRole(command.viewer, 'registrar')) throw new Refused('import_list', [notARegistrar])
  const digest = digestOf({ importId, allOrNone })
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, 'register_list', digest)
    if (first) return first.result as { batchId: string }
    const { heads, settings, batchId, fileName } = await importOf(tx, importId, true)
    if (batchId) throw new Conflict('这份清单已经开始登记，请看它的进度。', [])
    if (!settings) throw new Invalid([{ field: '', message: '还没有指明各列是什么。' }])
    const judged = await judgeRows(
      tx,
      { heads, settings },
      await rowsOf(tx, importId),
      shanghaiDay(command.now),
    )
    const faulty = judged.filter((row) => row.is === 'faulty' || row.is === 'differs').length
    if (allOrNone && faulty > 0)
      throw new Invalid([{ field: 'allOrNone', message: `有 ${faulty} 行有问题，一件也没有登记。改好清单重新上传，或只登记没有问题的。` }]) // prettier-ignore
    const items = judged
      .filter((row) => row.is !== 'note')
      .map((row) => ({ label: labelOf(row), input: { importId, row: row.position } }))
    const made = await addBatch(tx, command, { kind: 'register_list', title: `登记清单“${fileName}”`, items })
    await tx.update(listImport).set({ batchId: made.batchId }).where(eq(listImport.id, importId))
    await rememberResult(tx, command, 'register_list', digest, made)
    return made
  })
}
