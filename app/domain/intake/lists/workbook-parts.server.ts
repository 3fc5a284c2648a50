import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { listLimits, UnreadableList } from './list-limits'
import type { WorkbookParts } from './sheet-xml'

const broken = () =>
  new UnreadableList('表格打不开，可能已损坏或加了密码。请在 Excel 或 WPS 里另存为 .xlsx 再上传。')

/** The parts of a workbook that a list needs: its first sheet that is not hidden. @throws UnreadableList */
export async function workbookParts(bytes: Uint8Array): Promise<WorkbookParts> {
  const zip = await opened(Buffer.from(bytes))
  try {
    const entries = await everyEntry(zip)
    const part = (name: string) => textOfEntry(zip, entries.get(name.toLowerCase()))
    const workbook = await part('xl/workbook.xml')
    const sheetName = firstSheet(workbook, await part('xl/_rels/workbook.xml.rels'))
    const sheet = await part(sheetName)
    if (workbook === '' || sheet === '') throw broken()
    return {
      workbook,
      sheet,
      strings: await part('xl/sharedStrings.xml'),
      styles: await part('xl/styles.xml'),
    }
  } finally {
    zip.close()
  }
}

const opened = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(broken()) : resolve(zip),
    ),
  )

const everyEntry = (zip: ZipFile) =>
  new Promise<Map<string, Entry>>((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      if (entries.size > 3000) return reject(broken())
      entries.set(entry.fileName.toLowerCase(), entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', () => reject(broken()))
    zip.readEntry()
  })

/** One part inflated in zlib's threads, up to a limit whatever its header says; '' where there is none. */
async function textOfEntry(zip: ZipFile, entry: Entry | undefined): Promise<string> {
  if (!entry) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opening) => (error || !opening ? reject(broken()) : resolve(opening))),
  )
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > listLimits.xml)
        throw new UnreadableList('表格解开后过大，没有接收。请删去无关的工作表和图片，分成几份再导入。')
      text += decoder.decode(chunk as Buffer, { stream: true })
    }
  } catch (error) {
    throw error instanceof UnreadableList ? error : broken()
  }
  return text + decoder.decode()
}

/** Where the first sheet that is not hidden stands; the usual place where the workbook does not say. */
function firstSheet(workbook: string, relations: string): string {
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]{1,1000}>/g)) {
    if (/\sstate="(?:hidden|veryHidden)"/.test(tag)) continue
    const id = /\s[\w]+:id="([^"]{1,60})"/.exec(tag)?.[1]
    for (const [relation] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]{1,2000}>/g)) {
      if (/\sId="([^"]*)"/.exec(relation)?.[1] !== id) continue
      const target = /\sTarget="([^"]*)"/.exec(relation)?.[1] ?? ''
      return target.startsWith('/') ? target.slice(1) : `xl/${target}`
    }
  }
  return 'xl/worksheets/sheet1.xml'
}
