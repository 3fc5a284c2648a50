import { transferSheets } from '~/domain/allocation/render-transfer-sheets.server'
import { attachment, docxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'

/** 转办单 as a .docx. */
export const loader = forUser(async (visit) => {
  const number = visit.params['number'] ?? ''
  const bytes = await transferSheets(visit.viewer, [number], visit)
  return attachment(new Uint8Array(bytes), `转办单 ${number}.docx`, docxType)
})
