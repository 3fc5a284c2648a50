import { networkInterfaces } from 'node:os'

export type Asked = {
  method: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
}

const reading = new Set(['GET', 'HEAD'])

/**
 * Whether a request may write. Origin must be ours: PUBLIC_ORIGIN, or, without that setting, the scheme and Host of the
 * request where Host is this machine. “null” counts only when the browser says it is the same site; a missing Origin never.
 */
export function mayWrite(
  asked: Asked,
  publicOrigin: string | null,
  isOwnHost: (host: string) => boolean = isThisMachine,
): boolean {
  if (reading.has(asked.method)) return true
  if (!asked.origin) return false
  if (asked.origin === 'null')
    return asked.fetchSite === 'same-origin' && isOurHost(asked.host, publicOrigin, isOwnHost)
  if (publicOrigin) return asked.origin === publicOrigin
  return asked.host !== undefined && asked.origin === `http://${asked.host}` && isOwnHost(asked.host)
}

const isOurHost = (
  host: string | undefined,
  publicOrigin: string | null,
  isOwnHost: (host: string) => boolean,
) => host !== undefined && (publicOrigin ? new URL(publicOrigin).host === host : isOwnHost(host))

/** Loopback, or an address of this machine: a name somebody points here (DNS rebinding) is none. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name === '127.0.0.1' || name === '::1') return true
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some((a) => a.address === name))
}
