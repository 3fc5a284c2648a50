import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppLoadContext as Context, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import type { LoadContext } from './server/web-server.server'
import { NonceContext } from './ui/layout/nonce'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}

export { openHouse } from './open-house.server'

/** The page in one buffer, once everything is there: nothing here is worth streaming, and headers stay right. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: Context,
): Promise<Response> {
  const html = await renderPage(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
    nonce,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(new Uint8Array(html), { status, headers })
}

async function renderPage(page: React.ReactElement, nonce: string): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough()
        buffer(body).then(resolve, reject)
        pipe(body)
      },
      onShellError: reject,
      onError: reject,
    })
  })
}
