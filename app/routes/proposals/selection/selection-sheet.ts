import { shanghaiDay } from '~/domain/deadlines/day'
import { readProposalRows } from '~/domain/proposal/read-proposal-rows.server'
import { readSelection } from '~/domain/proposal/read-selection.server'
import { attachment, xlsxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { sheetRows, sheetWidths } from '../list-sheet'
import { textWorkbook } from '../text-workbook.server'
import { readSelectionQuery } from './selection-query'

/** The .xlsx of a selected list, in the order it was selected. */
export const loader = forUser(async (visit) => {
  const { selection } = readSelectionQuery(new URL(visit.request.url).searchParams)
  const today = shanghaiDay(visit.now)
  const { facts } = await readSelection(visit.viewer, selection, visit)
  const rows = await readProposalRows(
    visit.viewer,
    facts.map((f) => f.proposal.id),
    today,
  )
  const bytes = await textWorkbook('建议提案', sheetRows(rows), sheetWidths())
  return attachment(new Uint8Array(bytes), `选中的建议提案 ${today}.xlsx`, xlsxType)
})
