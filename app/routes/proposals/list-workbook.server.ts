import { findProposals } from '~/domain/proposal/find-proposals.server'
import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { shanghaiDay } from '~/domain/deadlines/day'
import { attachment, xlsxType } from '~/http/attachment'
import type { UserVisit } from '~/http/for-user.server'
import { sheetRows, sheetWidths, type SheetColumn, type SheetRow } from './list-sheet'
import { textWorkbook } from './text-workbook.server'

const maxRows = 5000

/** The .xlsx of exactly what the filter shows, all its pages at once. */
export async function listWorkbook(
  visit: UserVisit,
  { after: _page, ...filter }: ProposalFilter,
  { title, more = [] }: { title: string; more?: readonly SheetColumn[] },
) {
  const today = shanghaiDay(visit.now)
  const { rows, next } = await findProposals(visit.viewer, filter, today, maxRows)
  const rest: SheetRow[] = next ? [[`只导出前 ${maxRows} 件，还有更多：请缩小筛选范围再导出。`]] : []
  const bytes = await textWorkbook('建议提案', [...sheetRows(rows, more), ...rest], sheetWidths(more))
  return attachment(new Uint8Array(bytes), `${title} ${today}.xlsx`, xlsxType)
}
