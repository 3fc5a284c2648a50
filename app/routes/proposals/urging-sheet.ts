import { renderUrgingSheet } from '~/domain/urging/render-urging-sheet.server'
import { attachment, docxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'

/** 催办单 as a .docx. */
export const loader = forUser(async (visit) => {
  const number = visit.params['number'] ?? ''
  const { bytes, n } = await renderUrgingSheet(visit.viewer, number, idParam(visit.params, 'urgingId'), visit)
  return attachment(new Uint8Array(bytes), `催办单 ${number} 第${n}次.docx`, docxType)
})
