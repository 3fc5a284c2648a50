import { transferSheets } from '~/domain/allocation/render-transfer-sheets.server'
import { attachment, docxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readSelectionQuery } from './selection-query'

/** 转办单 of a selected list, one .docx. */
export const loader = forUser(async (visit) => {
  const { selection } = readSelectionQuery(new URL(visit.request.url).searchParams)
  const numbers = 'registerNos' in selection ? selection.registerNos : []
  const bytes = await transferSheets(visit.viewer, [...new Set(numbers)], visit)
  return attachment(
    new Uint8Array(bytes),
    `转办单 ${numbers.length} 件 ${shanghaiDay(visit.now)}.docx`,
    docxType,
  )
})
