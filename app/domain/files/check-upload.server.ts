import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { BadFile } from './bad-file'
import { endingsOf, fitsEnding, sizeWords, type FileKind } from './file-kinds'
import { cleanFileName, endingOf, hasDirectionMarks } from './file-name'
import { lookAtImage } from './look-at-image'
import { lookAtPdf } from './look-at-pdf.server'
import { lookAtZip } from './look-at-zip.server'
import { textOfBytes } from './text-of-bytes'

/** A file that was looked at and may be kept. */
export type Upload = {
  name: string
  kind: FileKind
  bytes: Buffer<ArrayBuffer>
  size: number
  sha256: string
}

export type Wanted = { kinds: readonly FileKind[]; most: number }

/**
 * Looks at an uploaded file before anything opens it or keeps it: what it is by its bytes, that its name says the same,
 * and that it holds nothing that runs, grows or leads outside (quality.md, security 7).
 * @throws BadFile with the sentence that says what to do
 */
export async function checkUpload(
  given: { name: string; bytes: Buffer<ArrayBuffer> },
  { kinds, most }: Wanted,
): Promise<Upload> {
  const { bytes } = given
  if (hasDirectionMarks(given.name)) throw new BadFile('文件名里有看不见的方向符，请改个名字再上传。')
  const name = cleanFileName(given.name)
  if (bytes.length === 0) throw new BadFile('这个文件是空的，请重新选择。')
  if (bytes.length > most) throw new BadFile(`文件超过 ${sizeWords(most)}，请压缩或拆分后再上传。`)
  const kind = await kindOf(bytes, endingOf(name))
  if (!kind || !kinds.includes(kind)) throw new BadFile(`这里只收 ${endingsOf(kinds)} 文件，请换一个文件。`)
  if (!fitsEnding(kind, endingOf(name)))
    throw new BadFile(`文件内容是 ${endingsOf([kind])}，文件名却不是，请改成对应的扩展名再上传。`)
  if (kind === 'pdf') lookAtPdf(bytes)
  if (kind === 'png' || kind === 'jpg') lookAtImage(bytes, kind)
  return { name, kind, bytes, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** @throws BadFile */
async function kindOf(bytes: Buffer, ending: string): Promise<FileKind | null> {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return await officeKind(bytes)
  if (bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return oldOfficeKind(bytes, ending)
  // The head alone: what file-type makes of the rest of a hostile file is not needed.
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4_100)).catch(() => undefined)
  if (found?.ext === 'pdf' && bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (found?.ext === 'png' || found?.ext === 'jpg') return found.ext
  if (found && found.ext !== 'xml') return null
  return textOfBytes(bytes) === null ? null : textKind(ending)
}

const textKind = (ending: string): FileKind | null =>
  ending === 'csv' ? 'csv' : ending === 'html' || ending === 'htm' ? 'html' : ending === 'txt' ? 'txt' : null

/** A zip by the parts it has. @throws BadFile */
async function officeKind(bytes: Buffer): Promise<FileKind | null> {
  const parts = await lookAtZip(bytes)
  if (parts.has('[content_types].xml') && parts.has('word/document.xml')) return 'docx'
  if (parts.has('[content_types].xml') && parts.has('xl/workbook.xml')) return 'xlsx'
  return parts.has('ofd.xml') ? 'ofd' : null
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** The older binary format: .doc of Word and .wps of WPS are one container. @throws BadFile */
function oldOfficeKind(bytes: Buffer, ending: string): FileKind | null {
  if (['_VBA_PROJECT', 'Macros', 'VBA'].some((name) => bytes.includes(utf16(`${name}\0`))))
    throw new BadFile('文件里有宏，没有接收。请另存为没有宏的 .docx 再上传。')
  if (bytes.includes(utf16('Ole10Native')))
    throw new BadFile('文件里嵌有别的文件（OLE 对象），没有接收。请删去后另存为 .docx 再上传。')
  if (bytes.includes(utf16('EncryptedPackage')))
    throw new BadFile('文件加了密码，无法查看，请去掉密码后再上传。')
  if (!bytes.includes(utf16('WordDocument'))) return null
  return ending === 'wps' ? 'wps' : 'doc'
}
