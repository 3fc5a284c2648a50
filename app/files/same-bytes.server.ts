import { createHash } from 'node:crypto'
import { StoreFailed } from './file-store'

/** @throws StoreFailed when the bytes are not those their name says: altered, or torn */
export function assertSame(bytes: Buffer<ArrayBuffer>, sha256: string): Buffer<ArrayBuffer> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new StoreFailed(`the stored bytes of ${sha256} are not what was put there`, false)
  return bytes
}
