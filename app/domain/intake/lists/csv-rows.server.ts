import { setImmediate as breathe } from 'node:timers/promises'
import { parse } from 'csv-parse'
import { listLimits, UnreadableList } from './list-limits'
import type { SheetRow } from './sheet-xml'

const sliceLength = 64 * 1024

/** The rows of a table saved as text, with whichever separator it has. @throws UnreadableList */
export async function* csvRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const text = csvText(bytes)
  const parser = parse({
    delimiter: separatorOf(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true,
    max_record_size: 500_000, info: true,
  }) // prettier-ignore
  const failure = new Promise<never>((_, reject) =>
    parser.once('error', () =>
      reject(new UnreadableList('表格的引号或分隔不完整，读不下去。请另存为 .xlsx 再上传。')),
    ),
  )
  failure.catch(() => undefined)
  for (let at = 0; at < text.length; at += sliceLength) {
    parser.write(text.slice(at, at + sliceLength))
    await Promise.race([breathe(), failure])
    yield* taken(parser)
  }
  parser.end()
  await Promise.race([breathe(), failure])
  yield* taken(parser)
}

function* taken(parser: ReturnType<typeof parse>): Generator<SheetRow> {
  for (;;) {
    const read = parser.read() as { record: string[]; info: { lines: number } } | null
    if (read === null) return
    const cells = read.record.slice(0, listLimits.columns).map((cell) => cell.slice(0, listLimits.cell))
    yield { position: read.info.lines, cells }
  }
}

/** By its mark, else strict UTF-8, else GB 18030 as Excel in China saves it. @throws UnreadableList */
export function csvText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new UnreadableList('这个文件不是表格。请用 .xlsx 或 .csv。')
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  throw new UnreadableList('文件的编码认不出来。请在 Excel 里另存为 .xlsx 再上传。')
}

/** The separator that stands most often in the first lines. */
export function separatorOf(text: string): string {
  const beginning = text.slice(0, 4000).replaceAll(/"[^"]*"/g, '')
  const counted = [',', ';', '\t', '，'].map((one) => ({ one, n: beginning.split(one).length }))
  return counted.toSorted((x, y) => y.n - x.n)[0]?.one ?? ','
}
