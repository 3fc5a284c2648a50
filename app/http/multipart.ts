/** What stands above one part of a multipart form. */
export type PartHead = { name: string; filename: string | null }

/** Takes the bytes of one part as they come. */
export type Sink = (chunk: Buffer) => void

/** The bytes are no multipart form, or end before it does. */
export class BrokenMultipart extends Error {}

const mostHead = 8 * 1024
const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')

/** The boundary a content type names; null where it is no multipart form. */
export const boundaryOf = (contentType: string): string | null => {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a multipart form as it arrives, keeping no more of it than a boundary's length: each part's bytes go to the
 * sink its head is given.
 * @throws BrokenMultipart, where it is malformed or cut off · whatever a sink throws
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  open: (head: PartHead) => Sink,
): Promise<void> {
  const source = new Source(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  await source.upTo(delimiter, () => {})
  for (;;) {
    const after = await source.take(2)
    if (after.equals(Buffer.from('--'))) return
    if (!after.equals(lineEnd)) throw new BrokenMultipart('no line end after a boundary')
    const head = await source.head()
    await source.upTo(delimiter, open(head))
  }
}

class Source {
  /** The line end before the first boundary may be missing, so one is thought there. */
  #waiting: Buffer = lineEnd
  readonly #coming: AsyncIterator<Uint8Array>

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#coming = body[Symbol.asyncIterator]()
  }

  async #more() {
    const next = await this.#coming.next()
    if (next.done) throw new BrokenMultipart('the form ends before its last boundary')
    this.#waiting =
      this.#waiting.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#waiting, next.value])
  }

  async take(length: number): Promise<Buffer> {
    while (this.#waiting.length < length) await this.#more()
    const taken = this.#waiting.subarray(0, length)
    this.#waiting = this.#waiting.subarray(length)
    return taken
  }

  /** All before the delimiter goes to the sink, the delimiter is dropped. */
  async upTo(delimiter: Buffer, sink: Sink) {
    for (;;) {
      const at = this.#waiting.indexOf(delimiter)
      const sure = at < 0 ? Math.max(0, this.#waiting.length - delimiter.length + 1) : at
      if (sure > 0) sink(this.#waiting.subarray(0, sure))
      this.#waiting = this.#waiting.subarray(at < 0 ? sure : at + delimiter.length)
      if (at >= 0) return
      await this.#more()
    }
  }

  async head(): Promise<PartHead> {
    let end = this.#waiting.indexOf(headEnd)
    while (end < 0) {
      if (this.#waiting.length > mostHead) throw new BrokenMultipart('a part with too long a head')
      await this.#more()
      end = this.#waiting.indexOf(headEnd)
    }
    const text = this.#waiting.subarray(0, end).toString('utf8')
    this.#waiting = this.#waiting.subarray(end + headEnd.length)
    return headOf(text)
  }
}

/** Browsers write a quote in a name as %22. */
const quoted = (text: string, key: string) =>
  new RegExp(`;\\s*${key}="([^"]*)"`, 'i').exec(text)?.[1]?.replaceAll('%22', '"') ?? null

function headOf(text: string): PartHead {
  const line = text.split('\r\n').find((one) => /^content-disposition\s*:\s*form-data\b/i.test(one))
  const name = line ? quoted(line, 'name') : null
  if (line === undefined || name === null || name.length > 200)
    throw new BrokenMultipart('a part without a name')
  return { name, filename: quoted(line, 'filename') }
}

/** More than a form with files may weigh. */
export class FormTooLarge extends Error {}
