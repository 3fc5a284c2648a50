import type { ServerResponse } from 'node:http'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A small page for what is refused before any route: it says what happened and what to do. */
export function plainAnswer(response: ServerResponse, status: number, title: string, advice: string) {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><h1>${escape(title)}</h1><p>${escape(advice)}</p></html>`
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(status === 503 ? { 'Retry-After': '2' } : {}),
    ...(status === 413 ? { Connection: 'close' } : {}),
  })
  response.end(html)
}

export function jsonAnswer(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
