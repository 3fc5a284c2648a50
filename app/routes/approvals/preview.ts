import { renderPreview } from '~/domain/clearance/read-approval.server'
import { attachment, docxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'

/** The exact .docx as it would be issued now. */
export const loader = forUser(async (visit) => {
  const number = visit.params['number'] ?? ''
  return attachment(
    new Uint8Array(await renderPreview(visit.viewer, number, visit)),
    `复函预览 ${number}.docx`,
    docxType,
  )
})
