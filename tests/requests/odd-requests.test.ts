import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer } from '~/server/web-server.server'

const errors: unknown[] = []
const server = createWebServer({
  handle: async () => new Response('page'),
  clientFolder: 'public',
  publicOrigin: null,
  trustProxy: false,
  missing: async () => [],
  jobs: async () => null,
  reportError: (error) => errors.push(error),
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

/** Sends bytes as they are and reads until the server closes. */
async function send(bytes: string): Promise<string> {
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}

/** Sends a body of 13 MB to its end before it looks at the answer, as browsers do. */
async function sendTooMuch(): Promise<string> {
  const piece = 'x'.repeat(65_536)
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.pause()
  const head = `POST /login HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: ${208 * piece.length}\r\n\r\n`
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.write(head)
    for (let sent = 0; sent < 208; sent++) socket.write(piece, sent === 207 ? () => resolve() : undefined)
  })
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.resume()
  await once(socket, 'close')
  return answer
}

it('a body that is too large is read past, so that the browser shows the answer', async () => {
  expect(await sendTooMuch()).toMatch(/^HTTP\/1.1 413 [^]*超过 12 MB/)
})

const asking = (line: string, host = 'localhost') =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nConnection: close\r\n\r\n`

describe('an odd request is answered plainly, with every header, and is no error of ours', () => {
  it.each([
    ['bytes that are no HTTP', 'nonsense\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, 431],
    ['two slashes', asking('GET //'), 400],
    ['another site', asking('GET http://evil.example/login'), 400],
    ['a NUL in a file name', asking('GET /assets/%00.js'), 400],
    ['a cut percent sign', asking('GET /%E0%A4%A'), 400],
    ['a Host that is none', asking('GET /login', '['), 400],
    ['TRACE', asking('TRACE /login'), 405],
    ['OPTIONS', asking('OPTIONS /login'), 405],
    ['a plain page', asking('GET /login'), 200],
  ])('%s', async (_what, bytes, status) => {
    errors.length = 0
    const answer = await send(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toMatch(/content-security-policy: default-src 'self'/i)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(errors).toEqual([])
  })
})
