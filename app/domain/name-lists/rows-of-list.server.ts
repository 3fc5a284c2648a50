import { csvRows } from '../intake/lists/csv-rows.server'
import { UnreadableList } from '../intake/lists/list-limits'
import { sheetRows } from '../intake/lists/sheet-xml'
import { workbookParts } from '../intake/lists/workbook-parts.server'
import { columnsOf, headRowOf, type HeadWords } from './columns'

/** A congress of a province has some 1,000 deputies, its conference some 800 members. */
export const mostRows = 5_000

export type ListRow<F extends string> = { position: number; cell: (field: F) => string | undefined }

/**
 * The rows under the heads of a list of names, empty ones left out; `must` is the column without which it is none.
 * @throws UnreadableList with what to do
 */
export async function rowsOfList<F extends string>(
  bytes: Uint8Array,
  words: HeadWords<F>,
  must: NoInfer<F>,
): Promise<ListRow<F>[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const source = isZip ? sheetRows(await workbookParts(bytes)) : csvRows(bytes)
  const rows: { position: number; cells: string[] }[] = []
  for await (const row of source) {
    if (row && row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
    if (rows.length > mostRows + 20) throw new UnreadableList(`名单超过 ${mostRows} 行，请分成几份再导入。`)
  }
  const cells = rows.map((row) => row.cells)
  const at = headRowOf(cells, words)
  const columns = columnsOf(cells[at ?? 0] ?? [], words)
  if (at === null || !columns.has(must))
    throw new UnreadableList(`没有找到表头。要有一行写着“${words[must][0]}”等列名，请核对后再上传。`)
  const rest = rows.slice(at + 1)
  if (rest.length === 0) throw new UnreadableList('表头下面没有内容。')
  return rest.map(({ position, cells: own }) => ({
    position,
    cell: (field) => {
      const column = columns.get(field)
      return column === undefined ? undefined : own[column]
    },
  }))
}
