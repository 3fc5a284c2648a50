import { inflateSync } from 'node:zlib'
import { BadFile } from './bad-file'
import { megabyte } from './file-kinds'

/** Names a PDF needs only to run something or to carry another file. */
const living = new Set(['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA'])
const mostObjects = 16 * megabyte

const printAnew = '请打开后“打印为 PDF”，用新生成的文件再上传。'

/**
 * Looks through a PDF for what runs and what is hidden in it, also in compressed object streams and under names
 * written in numbers (/J#61vaScript).
 * @throws BadFile
 */
export function lookAtPdf(bytes: Buffer): void {
  const end = bytes.lastIndexOf('%%EOF')
  if (end < 0) throw new BadFile('PDF 不完整，可能没有传完，请重新导出后再上传。')
  if (
    !/^%%EOF\s*\0*$/.test(bytes.subarray(end).toString('latin1').slice(0, 1_024)) ||
    bytes.length - end > 1_024
  )
    throw new BadFile(`PDF 后面夹带了别的内容，没有接收。${printAnew}`)
  let opened = 0
  for (const { text, stream } of objectsOf(bytes)) {
    refuseLiving(text)
    if (!stream || !/\/ObjStm\b/.test(text.slice(-2_000)) || !/\/Fl(ate)?/.test(text.slice(-2_000))) continue
    const inner = inflated(stream, mostObjects - opened)
    opened += inner.length
    refuseLiving(inner)
  }
}

function refuseLiving(text: string) {
  if (/\/Encrypt\b/.test(text)) throw new BadFile('PDF 加了密码或限制，无法查看，请去掉后再上传。')
  for (const [, name = ''] of text.matchAll(/\/([\w#]{2,60})/g)) {
    const plain = name.replaceAll(/#([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (living.has(plain)) throw new BadFile(`PDF 里有脚本、程序或附件，没有接收。${printAnew}`)
  }
}

type Piece = { text: string; stream: Buffer | null }

/** The text between streams, each with the stream that follows. Text inside a stream is no name, but long ones are looked for. */
function* objectsOf(bytes: Buffer): Generator<Piece> {
  let at = 0
  for (;;) {
    const start = bytes.indexOf('stream', at)
    const text = bytes.subarray(at, start < 0 ? bytes.length : start).toString('latin1')
    if (start < 0) {
      yield { text, stream: null }
      return
    }
    const end = bytes.indexOf('endstream', start)
    const stream = bytes.subarray(start + 6, end < 0 ? bytes.length : end)
    // A “stream” somebody wrote to hide an object from us: long names do not come about by chance.
    if (['/JavaScript', '/Launch', '/EmbeddedFile'].some((name) => stream.includes(name)))
      throw new BadFile(`PDF 里有脚本、程序或附件，没有接收。${printAnew}`)
    yield { text, stream }
    if (end < 0) return
    at = end + 9
  }
}

/** @throws BadFile where a stream of objects grows past all measure; what cannot be inflated holds no object a reader sees */
function inflated(stream: Buffer, allowance: number): string {
  const from = stream[0] === 13 ? 2 : 1
  try {
    return inflateSync(stream.subarray(from), {
      maxOutputLength: Math.max(1, allowance),
      finishFlush: 2,
    }).toString('latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new BadFile(`PDF 解开后过大，没有接收。${printAnew}`)
    return ''
  }
}
