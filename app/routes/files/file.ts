import { mediaTypeOf } from '~/domain/files/file-kinds'
import { readKeptFile } from '~/domain/files/read-files.server'
import { attachment } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'

/** A kept file as it came: to be saved, never shown or run in a page of ours. */
export const loader = forUser(async ({ viewer, params }) => {
  const file = await readKeptFile(viewer, idParam(params, 'fileId'))
  const answer = attachment(new Uint8Array(file.bytes), file.name, mediaTypeOf(file.kind))
  answer.headers.set('Content-Security-Policy', "sandbox; default-src 'none'")
  answer.headers.set('ETag', `"${file.sha256}"`)
  return answer
})
