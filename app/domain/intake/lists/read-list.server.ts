import { setImmediate as breathe } from 'node:timers/promises'
import { csvRows } from './csv-rows.server'
import { listLimits, UnreadableList } from './list-limits'
import { sheetRows, type SheetRow } from './sheet-xml'
import { headRow } from './suggest-mapping'
import { workbookParts } from './workbook-parts.server'

export type ReadList = { heads: string[]; rows: SheetRow[] }

/** How long the list is read before whoever else waits gets his turn. */
const breathAfterMs = 8

/**
 * Reads a list as printed: the row of heads, also below title lines, and every row under it that is not empty.
 * In the server's own process, in slices of milliseconds: inflating is done by zlib's threads, the scanning gives way,
 * and a thread or process of its own would have to load the server's one bundle again (docs/bench.md has the figures).
 * @throws UnreadableList
 */
export async function readList(bytes: Uint8Array): Promise<ReadList> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOldWorkbook = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (isOldWorkbook)
    throw new UnreadableList('这是旧版 Excel（.xls）或加了密码的文件，请另存为 .xlsx 再上传。')
  const rows: SheetRow[] = []
  const source = isZip ? sheetRows(await workbookParts(bytes)) : csvRows(bytes)
  let since = performance.now()
  for await (const row of source) {
    if (row) rows.push(row)
    // Some title lines and the heads come on top of what is counted.
    if (rows.length > listLimits.rows + 50)
      throw new UnreadableList(`表格超过 ${listLimits.rows} 行，请分成几份再导入。`)
    if (performance.now() - since > breathAfterMs) {
      await breathe()
      since = performance.now()
    }
  }
  return split(rows)
}

function split(rows: readonly SheetRow[]): ReadList {
  const at = headRow(rows.map((row) => row.cells))
  if (at === null)
    throw new UnreadableList('没有找到表头。表格里要有一行写着“编号”“案由”“提出人”等列名，请核对后再上传。')
  const heads = (rows[at]?.cells ?? []).map((head) => head.replaceAll(/\s+/g, ' ').trim().slice(0, 60))
  const rest = rows.slice(at + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (rest.length === 0) throw new UnreadableList('表头下面没有内容，没有可登记的。')
  return { heads, rows: rest }
}
