import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { keptMapping, listImport, listRow } from '~/db/schema/intake'
import { appUser } from '~/db/schema/people'
import type { Day } from '../../deadlines/day'
import type { Viewer } from '../../people/viewer'
import { NotFound } from '../../refusals'
import { judgeRows, type Judged } from './judge-rows.server'
import { listSettings, type ListSettings } from './list-settings'
import type { SheetRow } from './sheet-xml'

export type ReadImport = {
  id: string
  fileName: string
  heads: string[]
  signature: string
  rowCount: number
  settings: ListSettings | null
  batchId: string | null
  fileId: string
}

const columns = {
  id: listImport.id, fileName: listImport.fileName, heads: listImport.heads, signature: listImport.signature,
  rowCount: listImport.rowCount, settings: listImport.settings, batchId: listImport.batchId, fileId: listImport.fileId,
} // prettier-ignore

const settingsIn = (json: string | null) => (json === null ? null : listSettings.parse(JSON.parse(json)))

/** @throws NotFound where there is none, or it is not this viewer's to see */
export async function importOf(tx: Tx, importId: string, isLocked = false): Promise<ReadImport> {
  const query = tx.select(columns).from(listImport).where(eq(listImport.id, importId))
  const [row] = await (isLocked ? query.for('update') : query)
  if (!row) throw new NotFound('list')
  return { ...row, heads: JSON.parse(row.heads) as string[], settings: settingsIn(row.settings) }
}

export async function rowsOf(tx: Tx, importId: string, positions?: readonly number[]): Promise<SheetRow[]> {
  const rows = await tx
    .select({ position: listRow.position, cells: listRow.cells })
    .from(listRow)
    .where(
      and(eq(listRow.importId, importId), positions ? inArray(listRow.position, [...positions]) : undefined),
    )
    .orderBy(asc(listRow.position))
  return rows.map(({ position, cells }) => ({ position, cells: JSON.parse(cells) as string[] }))
}

/** A list with its first rows, and how one with the same heads was read the last time. */
export const readMapping = (viewer: Viewer, importId: string) =>
  asViewer(viewer, async (tx) => {
    const list = await importOf(tx, importId)
    const [rows, [kept]] = await Promise.all([
      tx
        .select({ position: listRow.position, cells: listRow.cells })
        .from(listRow)
        .where(eq(listRow.importId, importId))
        .orderBy(asc(listRow.position))
        .limit(5),
      tx.select().from(keptMapping).where(eq(keptMapping.signature, list.signature)),
    ])
    return {
      list,
      kept: settingsIn(kept?.settings ?? null),
      firstRows: rows.map((row) => ({ position: row.position, cells: JSON.parse(row.cells) as string[] })),
    }
  })

/** What would become of every row if the list were registered now; null until the columns are chosen. */
export const readPreview = (viewer: Viewer, importId: string, today: Day): Promise<Judged[] | null> =>
  asViewer(viewer, async (tx) => {
    const { heads, settings } = await importOf(tx, importId)
    return settings === null
      ? null
      : await judgeRows(tx, { heads, settings }, await rowsOf(tx, importId), today)
  })

/** The lists of the bureau, newest first. */
export const readImports = (viewer: Viewer) =>
  asViewer(viewer, (tx) =>
    tx
      .select({
        id: listImport.id, fileName: listImport.fileName, rowCount: listImport.rowCount, uploadedAt: listImport.uploadedAt,
        batchId: listImport.batchId, uploader: appUser.name,
      })
      .from(listImport)
      .innerJoin(appUser, eq(appUser.id, listImport.uploadedBy))
      .orderBy(desc(listImport.uploadedAt))
      .limit(50),
  ) // prettier-ignore
