import { createHash } from 'node:crypto'
import type { Upload } from '../files/check-upload.server'

/** Pasted text as a file of its own, so that it is kept, hashed and found again like any other page. */
export function pastedUpload(text: string): Upload {
  const bytes = Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\0', ''), 'utf8')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: '粘贴的内容.txt', kind: 'txt', bytes, size: bytes.length, sha256 }
}
