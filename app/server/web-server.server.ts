import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mostOfForm } from '../domain/files/file-kinds'
import { takesFiles } from '../http/upload-paths'
import { mayWrite } from './origin-check.server'
import { jsonAnswer, plainAnswer } from './plain-answer.server'
import { BodyTooLarge, readBody } from './read-body.server'
import { securityHeaders } from './security-headers.server'
import { serveFile } from './static-files.server'
import { readTarget } from './target.server'
import { uploadBody } from './upload-body.server'

/** What routes learn of a request besides the request itself. */
export type LoadContext = { nonce: string; source: string; requestId: string }

export type Rooms = {
  /** Remix: one Request in, one Response out. */
  handle: (request: Request, context: LoadContext) => Promise<Response>
  clientFolder: string
  publicOrigin: string | null
  trustProxy: boolean
  /** Names of what is missing; empty when ready. */
  missing: () => Promise<string[]>
  /** How the jobs fare; said beside readiness, which a late job does not take away. */
  jobs: () => Promise<unknown>
  reportError: (error: unknown, requestId: string) => void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** node:http straight into Remix: headers, health, files, Origin and size are settled before any route sees the request. */
export function createWebServer(rooms: Rooms): Server {
  const server = createServer((request, response) => {
    const requestId = randomUUID().slice(0, 8)
    answer(rooms, request, response, requestId).catch((error: unknown) => {
      rooms.reportError(error, requestId)
      if (!response.headersSent)
        plainAnswer(response, 500, '系统出错了', `请稍后再试；如再出现，请告诉系统管理员编号 ${requestId}。`)
      else response.destroy()
    })
  })
  return server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.write(unreadable(rooms, error))
    socket.destroy()
  })
}

/** The answer to bytes that are no HTTP, with the headers every answer carries. */
function unreadable(rooms: Rooms, { code }: NodeJS.ErrnoException): string {
  const status = code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const headers = Object.entries(securityHeaders(randomBytes(16).toString('base64'), rooms.publicOrigin))
  const lines = [...headers, ['Cache-Control', 'no-store'], ['Content-Length', '0'], ['Connection', 'close']]
  return [`HTTP/1.1 ${status}`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
}

async function answer(rooms: Rooms, request: IncomingMessage, response: ServerResponse, requestId: string) {
  const nonce = randomBytes(16).toString('base64')
  for (const [name, value] of Object.entries(securityHeaders(nonce, rooms.publicOrigin)))
    response.setHeader(name, value)
  const method = request.method ?? 'GET'
  if (!methods.has(method)) return plainAnswer(response, 405, '不支持这种请求', '请从本系统的页面操作。')
  const target = readTarget(request.url ?? '/', request.headers.host, rooms.publicOrigin)
  if (!target) return plainAnswer(response, 400, '网址不对', '请从本系统的页面进入。')
  const { pathname } = target
  if (pathname === '/healthz') return jsonAnswer(response, 200, { alive: true })
  if (pathname === '/readyz') return await readiness(rooms, response)
  if ((method === 'GET' || method === 'HEAD') && serveFile(rooms.clientFolder, pathname, response)) return
  const asked = {
    method,
    host: request.headers.host,
    origin: request.headers.origin,
    fetchSite: header(request, 'sec-fetch-site'),
  }
  if (!mayWrite(asked, rooms.publicOrigin)) {
    const advice = '这次提交不是从本系统的页面发出的，没有办理。请回到本系统的页面重新提交。'
    return plainAnswer(response, 403, '提交来源不对', advice)
  }
  const remixRequest = await toRequest(target, request, response).catch((error: unknown) => {
    if (!(error instanceof BodyTooLarge)) throw error
    plainAnswer(response, 413, '内容太大', '提交的内容超过 12 MB，没有办理。请删减后重新提交。')
    return null
  })
  if (!remixRequest) return
  const context = { nonce, requestId, source: sourceOf(rooms, request) }
  await send(await rooms.handle(remixRequest, context), response, method)
  // What a route left unread of an upload, because it let nobody in, must not hold the connection.
  request.resume()
}

async function readiness(rooms: Rooms, response: ServerResponse) {
  const missing = await rooms.missing()
  const isReady = missing.length === 0
  const jobs = isReady ? { jobs: await rooms.jobs() } : {}
  jsonAnswer(response, isReady ? 200 : 503, { ready: isReady, missing, ...jobs })
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** The address a request came from; a proxy's word counts only where the settings trust one. */
function sourceOf(rooms: Rooms, request: IncomingMessage): string {
  const forwarded = rooms.trustProxy
    ? header(request, 'x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded || (request.socket.remoteAddress ?? '')
}

/** A request whose body streams says so; a real option the types leave out. */
const streaming = { duplex: 'half' } as const

async function toRequest(target: URL, request: IncomingMessage, response: ServerResponse): Promise<Request> {
  const method = request.method ?? 'GET'
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    // Remix would believe X-Forwarded-Host; Origin has been checked above, against our own settings.
    if (name.startsWith('x-forwarded-') || name === 'origin') continue
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })
  const init = { method, headers, signal: abort.signal }
  if (method === 'GET' || method === 'HEAD') return new Request(target, init)
  if (takesFiles(target.pathname) && /^multipart\//i.test(headers.get('Content-Type') ?? ''))
    return new Request(target, { ...init, body: uploadBody(request, mostOfForm), ...streaming })
  return new Request(target, { ...init, body: await readBody(request) })
}

async function send(result: Response, response: ServerResponse, method: string) {
  const body = Buffer.from(await result.arrayBuffer())
  response.statusCode = result.status
  for (const [name, value] of result.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  const cookies = result.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  // Of a page that failed Remix keeps the status, not its headers.
  if (result.status === 503) response.setHeader('Retry-After', '2')
  if (!result.headers.has('cache-control')) response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Length', body.length)
  response.end(method === 'HEAD' ? undefined : body)
}
