import type { ReactElement } from 'react'
import { renderToReadableStream } from 'react-dom/server.browser'

/**
 * The page in one piece, once everything is there: nothing here is worth streaming, and headers stay right.
 * React 18's renderer for Node leaves stray bytes where a Chinese character meets the end of its 2048-byte buffer
 * (github.com/facebook/react/issues/31134): they show as “�”, and a form posts them back. The one for web streams does not.
 * @throws what a component threw
 */
export async function renderPage(page: ReactElement, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  const failures: unknown[] = []
  const stream = await renderToReadableStream(page, { nonce, onError: (error) => void failures.push(error) })
  await stream.allReady
  if (failures.length > 0) throw failures[0]
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
