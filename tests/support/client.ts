/** A browser without scripts: keeps the cookie, sends Origin with writes, does not follow redirects. */
export class Client {
  #cookie = ''

  constructor(readonly address: string) {}

  /** The token in the session's cookie. */
  get sessionToken(): string {
    return this.#cookie.split('=')[1] ?? ''
  }

  /** The session's cookie, as a header has it. */
  get cookie(): string {
    return this.#cookie
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return await this.#send(path, { headers })
  }

  /** Posts a form. `origin: null` sends none. */
  async post(
    path: string,
    fields: Record<string, string | string[]>,
    {
      origin = this.address,
      headers = {},
    }: { origin?: string | null; headers?: Record<string, string> } = {},
  ) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([k, v]) => (Array.isArray(v) ? v.map((one) => [k, one]) : [[k, v]])),
    )
    return await this.#send(path, {
      method: 'POST',
      body,
      headers: { ...(origin === null ? {} : { Origin: origin }), ...headers },
    })
  }

  /** Posts any body at all. */
  async raw(path: string, body: BodyInit, headers: Record<string, string>) {
    return await this.#send(path, { method: 'POST', body, headers: { Origin: this.address, ...headers } })
  }

  async signIn(login: string, password: string) {
    const answer = await this.post('/login', { login, password, to: '/desk' })
    if (answer.status !== 303) throw new Error(`${login} was not signed in: ${answer.status}`)
    return this
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(this.#cookie ? { Cookie: this.#cookie } : {}),
    }
    const response = await fetch(this.address + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';')[0] ?? ''
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') }
  }
}

export type Answer = { status: number; headers: Headers; bytes: Buffer; text: string }

/** The value of a hidden or visible field of a page. */
export function fieldOf(html: string, name: string): string {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  return (/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}
