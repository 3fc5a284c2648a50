import type { IncomingMessage } from 'node:http'
import { FormTooLarge } from '../http/multipart'

/**
 * A body with files, handed on as it comes: who is not let in makes us keep none of it. Whatever the route leaves unread
 * runs past, since a browser shows our answer only once it has sent everything; past `most` the connection ends.
 */
export function uploadBody(request: IncomingMessage, most: number): ReadableStream<Uint8Array> {
  let size = 0
  let isOver = false
  const end = (settle: () => void) => {
    if (!isOver) settle()
    isOver = true
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      request.pause()
      request.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > most) end(() => controller.error(new FormTooLarge()))
        if (size > 4 * most) request.destroy()
        if (isOver) return
        controller.enqueue(new Uint8Array(chunk))
        if ((controller.desiredSize ?? 0) <= 0) request.pause()
      })
      request.once('end', () => end(() => controller.close()))
      const cutOff = () => end(() => controller.error(new Error('the upload was cut off')))
      request.once('error', cutOff)
      request.once('close', cutOff)
    },
    pull() {
      request.resume()
    },
    cancel() {
      isOver = true
      request.resume()
    },
  })
}
