import type { IncomingMessage } from 'node:http'

/** Forms up to this size are read, so that what was typed can be given back; beyond it nothing is. */
export const maxBodyBytes = 12 * 1024 * 1024

/** Up to here the rest is let run past unread: a browser shows our answer only once it has sent everything. */
const patienceBytes = 10 * maxBodyBytes
const patienceMs = 30_000

export class BodyTooLarge extends Error {}

/** The whole body in one buffer. @throws BodyTooLarge, having kept none of it */
export async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > patienceBytes) throw new BodyTooLarge()
  let size = 0
  let chunks: Buffer[] = []
  await new Promise<void>((resolve, reject) => {
    const giveUp = () => {
      request.pause()
      reject(new BodyTooLarge())
    }
    let late: NodeJS.Timeout | undefined
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (Math.max(announced, size) <= maxBodyBytes) chunks.push(chunk)
      else {
        chunks = []
        late ??= setTimeout(giveUp, patienceMs)
        if (size > patienceBytes) giveUp()
      }
    })
    request.once('end', resolve)
    request.once('error', reject)
    request.once('close', () => clearTimeout(late))
  })
  if (size > maxBodyBytes) throw new BodyTooLarge()
  return new Uint8Array(Buffer.concat(chunks))
}
