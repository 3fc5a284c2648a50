import { maxPageLength } from './plain-page'

/** A saved page of a site is seldom a tenth of this. */
export const maxPageBytes = 4_000_000

export type Decoded = { ok: true; text: string } | { ok: false; message: string }

const refused = (message: string): Decoded => ({ ok: false, message })

/** UTF-8, else what the page says of itself, else GB18030, in which older sites are written. */
export function textOfBytes(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('文件是空的。')
  if (bytes.length > maxPageBytes) return refused('文件超过 4 MB，不像一个网页。')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(new TextDecoder('utf-16be').decode(bytes))
  if (bytes.subarray(0, 4096).includes(0)) return refused('这不是文本或网页文件。')
  const utf8 = decode('utf-8', bytes)
  if (utf8 !== null) return checked(utf8)
  const declared = /charset\s*=\s*["']?\s*([a-z0-9-]{3,20})/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1] // prettier-ignore
  const big5 = declared && /big5/i.test(declared) ? decode('big5', bytes) : null
  const text = big5 ?? decode('gb18030', bytes) ?? mostlyUtf8(bytes)
  return text === null ? refused('看不出文件的文字编码，请另存为 UTF-8 再试。') : checked(text)
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A page cut in the middle of a character is still UTF-8; its broken signs become a finding. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\ufffd').length - 1
  return broken * 50 < text.length ? text : null
}

function checked(text: string): Decoded {
  const plain = text.replace(/^\ufeff/, '')
  if (plain.trim() === '') return refused('文件里没有文字。')
  if (plain.includes('\0')) return refused('这不是文本或网页文件。')
  return { ok: true, text: plain.slice(0, maxPageLength * 4) }
}
