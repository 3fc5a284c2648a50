import { asViewer } from '~/db/client.server'
import { delegate } from '~/db/schema/people'
import { fillDelegate, insertDelegates } from '../delegates/delegates.server'
import type { Upload } from '../files/check-upload.server'
import { readKeptFile } from '../files/read-files.server'
import { keepPeople } from '../people/keep-people.server'
import type { Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { delegateHeads, delegateRow, judgeDelegates, type Judged, type Usual } from './delegate-rows'
import { asProblemOfList, countsOf, keepList, type Imported } from './keep-list.server'
import { rowsOfList } from './rows-of-list.server'

/** @throws Invalid at the file for what is no list of delegates */
export async function keepDelegateList(command: Command, upload: Upload) {
  await asProblemOfList(rowsOfList(upload.bytes, delegateHeads, 'name'))
  return await keepList(command, { duty: 'delegates', heldFor: 'delegate_list' }, upload)
}

/** What importing this list would do, row by row. @throws NotFound for a file that is not the viewer's */
export async function previewDelegates(viewer: Viewer, fileId: string, usual: Usual): Promise<Judged[]> {
  const rows = await rowsOf(viewer, fileId, usual)
  return await asViewer(viewer, async (tx) => judgeDelegates(rows, await tx.select().from(delegate)))
}

/**
 * 导入名册: every row that is new or completes a bare name, all in one transaction; faulty ones are left out and said.
 * The same list again changes nothing.
 */
export async function importDelegates(command: Command, fileId: string, usual: Usual): Promise<Imported> {
  const rows = await rowsOf(command.viewer, fileId, usual)
  const of = { kind: 'delegates_imported', duty: 'delegates' } as const
  return await keepPeople(command, of, { fileId, ...usual }, async (tx, { bureauId }) => {
    const judged = judgeDelegates(rows, await tx.select().from(delegate))
    const fresh = judged.flatMap((j) =>
      j.record && j.outcome === 'new' ? [{ record: j.record, formerId: null }] : [],
    )
    await insertDelegates(tx, bureauId, fresh)
    for (const { record, fills } of judged)
      if (record && fills) await fillDelegate(tx, bureauId, fills, record)
    const result = countsOf(judged)
    return { result, details: { fileId, ...result } }
  })
}

async function rowsOf(viewer: Viewer, fileId: string, usual: Usual) {
  const { bytes } = await readKeptFile(viewer, fileId)
  const rows = await asProblemOfList(rowsOfList(bytes, delegateHeads, 'name'))
  return rows.map(({ position, cell }) => delegateRow(position, cell, usual))
}
