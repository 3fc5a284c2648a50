import { createHash } from 'node:crypto'

/** SHA-256 as lower-case hex. */
export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** The hash of an event covers the one before it, so that a changed or missing row shows. */
export const chainHash = (previousHash: string, canonical: string) => sha256(`${previousHash}\n${canonical}`)

/** What the first event of a chain points back to. */
export const chainStart = '0'.repeat(64)
