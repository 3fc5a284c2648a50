/**
 * What a request asks for, as an address of ours. Null where it is none: another site's address, a Host that is no host,
 * a percent sign too many, or a NUL, which no name of ours holds and neither the file system nor PostgreSQL takes.
 */
export function readTarget(asked: string, host: string | undefined, publicOrigin: string | null): URL | null {
  if (!asked.startsWith('/') || asked.startsWith('//')) return null
  try {
    const url = new URL(asked, publicOrigin ?? `http://${host ?? 'localhost'}`)
    return decodeURIComponent(url.pathname).includes('\0') ? null : url
  } catch {
    return null
  }
}
