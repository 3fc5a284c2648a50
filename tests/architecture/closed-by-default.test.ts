import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

type Handler = (args: unknown) => Promise<unknown>
type Route = { id: string; path?: string; module: { loader?: Handler; action?: Handler } }

/** Routes that need no session. A new one is added here on purpose, or the test fails. */
const open = ['routes/sign-in/login', 'routes/delegate/receipt', 'routes/delegate/letter', 'routes/not-found']

/** Calls a handler as a stranger would and says what it answered: a redirect to sign-in, a refusal, or too much. */
async function verdict(handler: Handler, method: string): Promise<'sign-in' | 'refused' | 'open'> {
  const request = new Request('http://localhost/x', {
    method,
    ...(method === 'POST' ? { body: new URLSearchParams({ key: 'k'.repeat(8) }) } : {}),
  })
  try {
    await handler({ request, params: {}, context: { source: '127.0.0.1', nonce: '', requestId: '' } })
    return 'open'
  } catch (thrown) {
    if (!(thrown instanceof Response)) return 'open'
    if (thrown.status === 303 && thrown.headers.get('Location')?.startsWith('/login')) return 'sign-in'
    return thrown.status === 403 || thrown.status === 404 ? 'refused' : 'open'
  }
}

async function openRoutes(routes: readonly Route[]): Promise<string[]> {
  const found: string[] = []
  for (const { id, module } of routes) {
    if (open.includes(id)) continue
    for (const [handler, method] of [
      [module.loader, 'GET'],
      [module.action, 'POST'],
    ] as const)
      if (handler && (await verdict(handler, method)) === 'open') found.push(`${id} ${method}`)
  }
  return found
}

const bundle = path.resolve('build/server/index.js')

describe.skipIf(!existsSync(bundle))('every route', () => {
  it('is closed to strangers, unless it stands on the short public list', async () => {
    const build = (await import(pathToFileURL(bundle).href)) as { routes: Record<string, Route> }
    const routes = Object.values(build.routes)
    expect(routes.length).toBeGreaterThan(50)
    expect(open.filter((id) => !routes.some((r) => r.id === id))).toEqual([])
    expect(await openRoutes(routes)).toEqual([])
  })

  it('that somebody plants open is found', async () => {
    const planted: Route = {
      id: 'routes/planted',
      module: { loader: async () => ({ everything: true }), action: async () => new Response('done') },
    }
    expect(await openRoutes([planted])).toEqual(['routes/planted GET', 'routes/planted POST'])
  })
})
