import { createReadStream, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.ico': 'image/x-icon',
  '.png': 'image/png', '.txt': 'text/plain; charset=utf-8', '.map': 'application/json', '.woff2': 'font/woff2', '.json': 'application/json',
} // prettier-ignore

/** Serves a file of build/client; false when there is none at that path, which must be decodable (target.server.ts). */
export function serveFile(folder: string, pathname: string, response: ServerResponse): boolean {
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)))
  const type = types[path.extname(file)]
  if (!type || !file.startsWith(folder + path.sep)) return false
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return false
  const isNamedByContent = file.startsWith(path.join(folder, 'assets') + path.sep)
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': found.size,
    'Cache-Control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  })
  createReadStream(file).pipe(response)
  return true
}
