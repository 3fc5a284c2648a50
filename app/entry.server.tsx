import type { AppLoadContext as Context, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderPage } from './render-page.server'
import type { LoadContext } from './server/web-server.server'
import { NonceContext } from './ui/layout/nonce'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}

export { openHouse } from './open-house.server'

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
  return new Response(html, { status, headers })
}
