import { readLetterBytes } from '~/domain/proposal/read-proposal.server'
import { attachment, docxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'

/** The exact bytes that were issued, e.g. 云科局函〔2026〕3号.docx. */
export const loader = forUser(async ({ viewer, params }) => {
  const letter = await readLetterBytes(viewer, idParam(params, 'letterId'))
  return attachment(new Uint8Array(letter.bytes), `${letter.docNo}.docx`, docxType)
})
