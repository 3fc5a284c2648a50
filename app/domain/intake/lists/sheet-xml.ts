import { cellFormat, printedNumber, type CellFormat } from './printed-cell'
import { listLimits } from './list-limits'

/** The few parts of a workbook a list needs, as text. */
export type WorkbookParts = { sheet: string; strings: string; styles: string; workbook: string }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities XML has and characters by number; a document's own entities are nothing here. */
const plain = (xml: string) =>
  xml.includes('&')
    ? xml.replaceAll(
        /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
        (all, hex?: string, dec?: string, name?: string) => {
          if (name) return entities[name] ?? all
          const code = hex ? Number.parseInt(hex, 16) : Number(dec)
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
        },
      )
    : xml

/** _x000D_ is how a spreadsheet writes a character XML has no room for. */
const unescaped = (text: string) =>
  plain(text).replaceAll(/_x([\dA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

type Element = { about: string; content: string }

/**
 * The elements of a name, one after the other; an unclosed one ends the list. Found by looking for text and not by a
 * pattern, so that no crafted file makes it look twice at the same place.
 */
function* elements(xml: string, name: string): Generator<Element> {
  for (let at = 0; ;) {
    const start = xml.indexOf(`<${name}`, at)
    if (start < 0) return
    const next = start + name.length + 1
    const end = xml.indexOf('>', next)
    if (end < 0) return
    at = end + 1
    if (!/[\s/>]/.test(xml[next] ?? '')) {
      at = next
      continue
    }
    const about = xml.slice(next, end)
    if (about.endsWith('/')) {
      yield { about, content: '' }
      continue
    }
    const close = xml.indexOf(`</${name}>`, at)
    if (close < 0) return
    yield { about, content: xml.slice(at, close) }
    at = close + name.length + 3
  }
}

/** Some programs write every name with a prefix: x:row. */
const prefixOf = (xml: string) =>
  /<([A-Za-z]\w*:)?(?:worksheet|sst|styleSheet|workbook)[\s>]/.exec(xml)?.[1] ?? ''

/** The text of a shared or inline string: its runs joined, the readings above the characters left out. */
function textOf(xml: string, prefix: string): string {
  let text = ''
  const bare = xml.includes(`<${prefix}rPh`) ? withoutReadings(xml, prefix) : xml
  for (const { content } of elements(bare, `${prefix}t`)) text += content
  return unescaped(text)
}

function withoutReadings(xml: string, prefix: string): string {
  const parts: string[] = []
  for (const [i, part] of xml.split(`<${prefix}rPh`).entries())
    parts.push(i === 0 ? part : (part.split(`</${prefix}rPh>`)[1] ?? ''))
  return parts.join('')
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((v) => v !== undefined)

/** The format of each cell style, in the order cells name them. */
export function cellFormats(styles: string): CellFormat[] {
  const prefix = prefixOf(styles)
  const codes = new Map<number, string>()
  for (const { about } of elements(styles, `${prefix}numFmt`))
    codes.set(Number(attribute(about, 'numFmtId')), plain(attribute(about, 'formatCode') ?? ''))
  const [list] = elements(styles, `${prefix}cellXfs`)
  return [...elements(list?.content ?? '', `${prefix}xf`)].map(({ about }) => {
    const id = Number(attribute(about, 'numFmtId') ?? 0)
    return cellFormat(id, codes.get(id))
  })
}

/** B7 → 1 */
function columnOf(reference: string): number {
  let n = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    n = n * 26 + code - 64
  }
  return n - 1
}

export type SheetRow = { position: number; cells: string[] }

const stringsPerBreath = 500

/** The rows of a sheet one after the other, empty ones left out; null where the reader may take a breath. */
export function* sheetRows({ sheet, strings, styles, workbook }: WorkbookParts): Generator<SheetRow | null> {
  const shared: string[] = []
  const stringPrefix = prefixOf(strings)
  for (const { content } of elements(strings, `${stringPrefix}si`)) {
    shared.push(textOf(content, stringPrefix))
    if (shared.length % stringsPerBreath === 0) yield null
  }
  const of: Printing = {
    prefix: prefixOf(sheet),
    shared,
    formats: cellFormats(styles),
    is1904: /\sdate1904\s*=\s*["'](?:1|true)["']/.test(workbook),
  }
  let position = 0
  for (const { about, content } of elements(sheet, `${of.prefix}row`)) {
    position = Number(attribute(about, 'r') ?? position + 1)
    const cells = rowCells(content, of)
    yield cells.length > 0 ? { position, cells } : null
  }
}

type Printing = {
  prefix: string
  shared: readonly string[]
  formats: readonly CellFormat[]
  is1904: boolean
}

function rowCells(row: string, of: Printing): string[] {
  const cells: string[] = []
  let column = -1
  for (const { about, content } of elements(row, `${of.prefix}c`)) {
    const reference = attribute(about, 'r')
    column = reference ? columnOf(reference) : column + 1
    if (column < 0 || column >= listLimits.columns || content === '') continue
    const text = cellText(about, content, of)
    if (text !== '') cells[column] = text.slice(0, listLimits.cell)
  }
  return Array.from(cells, (text) => text ?? '')
}

function cellText(about: string, content: string, { prefix, shared, formats, is1904 }: Printing): string {
  const type = attribute(about, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(content, prefix)
  const [value] = elements(content, `${prefix}v`)
  const raw = plain(value?.content ?? '')
  if (raw === '') return ''
  if (type === 's') return shared[Number(raw)] ?? ''
  if (type === 'd') return raw.slice(0, 10)
  if (type !== 'n') return unescaped(raw)
  return printedNumber(raw, formats[Number(attribute(about, 's') ?? 0)] ?? 'plain', is1904)
}
