import { absoluteMs } from './limits'

const name = 'fuhan_session'
let isSecure = false

/** `Secure` only where PUBLIC_ORIGIN is https: on plain http the browser would drop the cookie. */
export function configureSessions(settings: { isSecure: boolean }) {
  isSecure = settings.isSecure
}

const attributes = () => `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

export const sessionCookie = (token: string) =>
  `${name}=${token}; Max-Age=${absoluteMs / 1000}; ${attributes()}`

export const clearedCookie = () => `${name}=; Max-Age=0; ${attributes()}`

/** The token a request carries, or null. */
export function tokenOf(request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/)
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))
  return found ? found.slice(name.length + 1) || null : null
}
