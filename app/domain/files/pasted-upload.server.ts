import { createHash } from 'node:crypto'
import type { Upload } from './check-upload.server'

/** Pasted text as the file it is kept as. */
export function pastedUpload(text: string): Upload {
  const bytes = Buffer.from(text.replaceAll('\r\n', '\n'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: '粘贴的文字.txt', kind: 'txt', bytes, size: bytes.length, sha256 }
}
