import { randomUUID } from 'node:crypto'
import { asViewer, type Tx } from '~/db/client.server'
import { unit } from '~/db/schema/people'
import type { Upload } from '../files/check-upload.server'
import { readKeptFile } from '../files/read-files.server'
import { keepPeople } from '../people/keep-people.server'
import type { UnitKind } from '../people/kinds'
import type { Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { asProblemOfList, countsOf, keepList, type Imported } from './keep-list.server'
import { rowsOfList } from './rows-of-list.server'
import { judgeUnits, unitHeads, type JudgedUnit } from './unit-rows'

/** @throws Invalid at the file for what is no list of units */
export async function keepUnitList(command: Command, upload: Upload) {
  await asProblemOfList(rowsOfList(upload.bytes, unitHeads, 'fullName'))
  return await keepList(command, { duty: 'places', heldFor: 'people_list' }, upload)
}

/** What importing this list would do, row by row. @throws NotFound for a file that is not the viewer's */
export async function previewUnits(viewer: Viewer, fileId: string): Promise<JudgedUnit[]> {
  const rows = await rowsOf(viewer, fileId)
  return await asViewer(viewer, async (tx) => judgeUnits(rows, await unitsThere(tx)))
}

/** 导入单位: every new one, in one transaction; faulty rows are left out and said. Again changes nothing. */
export async function importUnits(command: Command, fileId: string): Promise<Imported> {
  const rows = await rowsOf(command.viewer, fileId)
  const of = { kind: 'units_imported', duty: 'places' } as const
  return await keepPeople(command, of, { fileId }, async (tx, { bureauId }) => {
    const there = await unitsThere(tx)
    const judged = judgeUnits(rows, there)
    const made = judged
      .flatMap((j) => j.unit ?? [])
      .map((own, n) => ({ id: randomUUID(), bureauId, ...own, position: there.length + n }))
    if (made.length > 0) await tx.insert(unit).values(made)
    const result = countsOf(judged)
    return { result, details: { fileId, ...result } }
  })
}

async function rowsOf(viewer: Viewer, fileId: string) {
  const { bytes } = await readKeptFile(viewer, fileId)
  return await asProblemOfList(rowsOfList(bytes, unitHeads, 'fullName'))
}

const unitsThere = async (tx: Tx) =>
  (await tx.select().from(unit)).map((u) => ({ ...u, kind: u.kind as UnitKind }))
