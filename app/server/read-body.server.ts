import type { IncomingMessage } from 'node:http'

/** Forms up to this size are read, so that what was typed can be given back; beyond it nothing is. */
export const maxBodyBytes = 12 * 1024 * 1024

export class BodyTooLarge extends Error {}

/** The whole body in one buffer. @throws BodyTooLarge before or while reading */
export async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw new BodyTooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > maxBodyBytes) throw new BodyTooLarge()
    chunks.push(bytes)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
