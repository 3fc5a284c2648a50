import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; messageId: string; raw: string; text: string; subject: string }

/** The real smtp-server on loopback, which can go down and come back at the same port. */
export class MailServer {
  readonly received: Received[] = []
  #server: SMTPServer | undefined
  #port = 0

  /** Refuses these addresses for ever. */
  readonly refused = new Set<string>()

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`
  }

  async comesUp() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, callback) =>
        callback(this.refused.has(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8')
          this.received.push({
            to: session.envelope.rcptTo.map((r) => r.address),
            messageId: /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? '',
            raw,
            text: textOf(raw),
            subject: subjectOf(raw),
          })
          callback()
        })
      },
    })
    this.#server.listen(this.#port, '127.0.0.1')
    const { server } = this.#server
    if (!server.listening) await once(server, 'listening')
    this.#port = (server.address() as AddressInfo).port
  } // prettier-ignore

  async goesDown() {
    await new Promise<void>((resolve) => {
      if (this.#server) this.#server.close(() => resolve())
      else resolve()
    })
    this.#server = undefined
  }
}

/** The body as a reader sees it, whichever encoding carried it. */
function textOf(raw: string): string {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at)
  const body = raw.slice(at + 4)
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function subjectOf(raw: string): string {
  const words = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/im.exec(raw)?.[1] ?? ''
  return words
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?(.*?)\?=/gi, (_, b64: string) => Buffer.from(b64, 'base64').toString('latin1'))
    .replaceAll(/=\?utf-8\?q\?(.*?)\?=/gi, (_, q: string) =>
      q.replaceAll('_', ' ').replaceAll(/=([\dA-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .replace(/^[\s\S]*$/, (latin) => (/[^\u0020-\u007F]/.test(latin) ? Buffer.from(latin, 'latin1').toString('utf8') : latin))
} // prettier-ignore
