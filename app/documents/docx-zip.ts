import { deflateSync, strToU8 } from 'fflate'

/** One part of a .docx, ready to be written: compressing is the dear step, so parts that never change keep theirs. */
export type PackedPart = { name: Uint8Array; size: number; crc: number; deflated: Uint8Array }

const polynomial = 0xed_b8_83_20

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}

/** fflate, not node:zlib: the same bytes under every version of Node. */
export function packPart(name: string, content: string | Uint8Array): PackedPart {
  const bytes = typeof content === 'string' ? strToU8(content) : content
  return {
    name: strToU8(name),
    size: bytes.length,
    crc: crc32(bytes),
    deflated: deflateSync(bytes, { level: 6 }),
  }
}

/** 1980-01-01 00:00, the first moment a zip can name: a letter's bytes must not know when they were made. */
const dosDate = 0x00_21_00_00
const utf8Names = 0x08_00
const deflate = 8
const version = 20

/** The fields that a part's local header and its directory entry have in common. */
function writeFacts(view: DataView, at: number, part: PackedPart): void {
  view.setUint16(at, version, true)
  view.setUint16(at + 2, utf8Names, true)
  view.setUint16(at + 4, deflate, true)
  view.setUint32(at + 6, dosDate, true)
  view.setUint32(at + 10, part.crc, true)
  view.setUint32(at + 14, part.deflated.length, true)
  view.setUint32(at + 18, part.size, true)
  view.setUint16(at + 22, part.name.length, true)
}

function localHeader(part: PackedPart): Uint8Array {
  const bytes = new Uint8Array(30)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x04_03_4b_50, true)
  writeFacts(view, 4, part)
  return bytes
}

function directoryEntry(part: PackedPart, offset: number): Uint8Array {
  const bytes = new Uint8Array(46)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02_01_4b_50, true)
  view.setUint16(4, version, true)
  writeFacts(view, 6, part)
  view.setUint32(42, offset, true)
  return bytes
}

function directoryEnd(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06_05_4b_50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return bytes
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** A .docx whose bytes depend on its parts and their order and on nothing else: no clock, no zone, no random ids. */
export function zipParts(parts: readonly PackedPart[]): Uint8Array {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const header = localHeader(part)
    files.push(header, part.name, part.deflated)
    directory.push(directoryEntry(part, offset), part.name)
    offset += header.length + part.name.length + part.deflated.length
  }
  const size = directory.reduce((total, piece) => total + piece.length, 0)
  return joined([...files, ...directory, directoryEnd(parts.length, size, offset)])
}
