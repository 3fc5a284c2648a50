import writeXlsxFile from 'write-excel-file/node'
import { shanghaiDay } from '~/domain/deadlines/day'
import { findProposals } from '~/domain/proposal/find-proposals.server'
import { readFilter } from '~/domain/proposal/proposal-filter'
import { attachment, xlsxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { sheetRows, sheetWidths, type SheetRow } from './list-sheet'

const maxRows = 5000

/** The .xlsx of exactly what the filter shows, all its pages at once. */
export const loader = forUser(async (visit) => {
  const today = shanghaiDay(visit.now)
  const { after: _page, ...filter } = readFilter(new URL(visit.request.url).searchParams)
  const { rows, next } = await findProposals(visit.viewer, filter, today, maxRows)
  const more: SheetRow[] = next ? [[`只导出前 ${maxRows} 件，还有更多：请缩小筛选范围再导出。`]] : []
  const bytes = await workbook([...sheetRows(rows), ...more])
  return attachment(new Uint8Array(bytes), `建议提案清单 ${today}.xlsx`, xlsxType)
})

/** Every cell is declared text: a leading = + - @ is a character, never a formula. */
const workbook = (rows: readonly SheetRow[]) =>
  writeXlsxFile(
    rows.map((row, index) =>
      row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
    ),
    { sheet: '建议提案', columns: sheetWidths, stickyRowsCount: 1 },
  ).toBuffer()
