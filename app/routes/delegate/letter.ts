import { readLetterBytes } from '~/domain/proposal/read-proposal.server'
import { attachment, docxType } from '~/http/attachment'
import { forAnyone } from '~/http/for-anyone.server'
import { openLink } from './open-link.server'

/** The letter as it was issued, for the holder of its link. */
export const loader = forAnyone(async (visit) => {
  const { viewer, link } = await openLink(visit)
  const letter = await readLetterBytes(viewer, link.letterId)
  return attachment(new Uint8Array(letter.bytes), `${letter.docNo}.docx`, docxType)
})
