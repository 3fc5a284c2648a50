import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

type Handler = (args: unknown) => Promise<unknown>
type Route = { id: string; path?: string; module: { loader?: Handler; action?: Handler } }

/** Routes that need no session. A new one is added here on purpose, or the test fails. */
const open = [
  'routes/sign-in/login',
  'routes/cohandler/by-link',
  'routes/delegate/receipt',
  'routes/delegate/letter',
  'routes/not-found',
]

/**
 * Whether a handler sends a stranger to sign in, or answers his write with 401. Nothing else counts as closed: a 404 or
 * a 403 may be for want of a parameter, from a route that asks nobody who he is.
 */
async function isClosed(handler: Handler, method: string): Promise<boolean> {
  const request = new Request('http://localhost/x', {
    method,
    ...(method === 'POST' ? { body: new URLSearchParams({ key: 'k'.repeat(8) }) } : {}),
  })
  try {
    await handler({ request, params: {}, context: { source: '127.0.0.1', nonce: '', requestId: '' } })
    return false
  } catch (thrown) {
    if (!(thrown instanceof Response)) return false
    if (method === 'POST' && thrown.status === 401) return true
    return thrown.status === 303 && /^\/login(\?|$)/.test(thrown.headers.get('Location') ?? '')
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
      if (handler && !(await isClosed(handler, method))) found.push(`${id} ${method}`)
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

  it.each([
    ['answers everybody', async () => ({ everything: true })],
    ['answers with a page of its own', async () => new Response('done')],
    [
      'asks for a parameter before it asks who is there',
      () => Promise.reject(new Response(null, { status: 404 })),
    ],
    ['refuses this one stranger', () => Promise.reject(new Response(null, { status: 403 }))],
    ['leads elsewhere', () => Promise.reject(Response.redirect('http://localhost/desk', 303))],
    ['breaks', () => Promise.reject(new Error('no database'))],
  ] satisfies [string, Handler][])('that %s is found when somebody plants it', async (_how, handler) => {
    const planted: Route = { id: 'routes/planted', module: { loader: handler, action: handler } }
    expect(await openRoutes([planted])).toEqual(['routes/planted GET', 'routes/planted POST'])
  })

  it('that leads a stranger to sign in is closed', async () => {
    const handler: Handler = () => {
      throw new Response(null, { status: 303, headers: { Location: '/login?to=%2Fx' } })
    }
    expect(await openRoutes([{ id: 'routes/closed', module: { loader: handler, action: handler } }])).toEqual(
      [],
    )
  })

  it('that shows a stranger 401 instead of a page is not: he must be led to sign in', async () => {
    const handler: Handler = () => {
      throw new Response(null, { status: 401 })
    }
    expect(await openRoutes([{ id: 'routes/half', module: { loader: handler, action: handler } }])).toEqual([
      'routes/half GET',
    ])
  })
})
