import { BadFile } from './bad-file'

/** An A3 sheet at 600 dpi is 70 million; a flood that says it is 65,000 × 65,000 is 4,200 million. */
const mostPixels = 100_000_000
const mostSide = 30_000

const rescan = '请重新扫描或截图后再上传。'

export type Pixels = { width: number; height: number }

/** Looks at a PNG or JPEG without decoding it: how large it is, and that nothing hangs behind it. @throws BadFile */
export function lookAtImage(bytes: Buffer, kind: 'png' | 'jpg'): Pixels {
  const { width, height, end } = kind === 'png' ? pngOf(bytes) : jpegOf(bytes)
  if (width < 1 || height < 1) throw new BadFile(`图片已损坏，打不开。${rescan}`)
  if (width > mostSide || height > mostSide || width * height > mostPixels)
    throw new BadFile('图片的尺寸过大，请缩小后再上传。')
  if (bytes.subarray(end).some((byte) => byte !== 0))
    throw new BadFile(`图片后面夹带了别的内容，没有接收。${rescan}`)
  if (/<(script|html|svg|!doctype|\?php|iframe)/i.test(bytes.toString('latin1')))
    throw new BadFile(`图片里夹带了网页代码，没有接收。${rescan}`)
  return { width, height }
}

const broken = () => new BadFile(`图片已损坏，打不开。${rescan}`)

function pngOf(bytes: Buffer): Pixels & { end: number } {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw broken()
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    at += 12 + length
    if (type === 'IEND' && at <= bytes.length)
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), end: at }
  }
  throw broken()
}

/** Segments up to the scan; the picture ends at the last end mark. */
function jpegOf(bytes: Buffer): Pixels & { end: number } {
  let at = 2
  let size: Pixels | null = null
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at++
    else if (marker === 0xda) break
    else {
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      if (isFrame) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
      at += 2 + bytes.readUInt16BE(at + 2)
    }
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2
  if (!size || end < 2 || end < at) throw broken()
  return { ...size, end }
}
