import type { Readable } from 'node:stream'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { BadFile, saveAnew } from './bad-file'
import { megabyte } from './file-kinds'
import { partProblem, relationshipsProblem, XmlWatch } from './office-parts'

/** Nothing an office keeps comes near these; a bomb is past them within its first part. */
const most = { entries: 3_000, part: 64 * megabyte, all: 160 * megabyte, ratio: 150, fromBytes: 2 * megabyte }
const mostRelationships = megabyte

const bomb = () => new BadFile(`文件解开后过大，像是压缩炸弹，没有接收。${saveAnew}`)
const broken = () => new BadFile(`文件已损坏，打不开。${saveAnew}`)

/**
 * Looks through an office file before anything opens it, inflating each part and keeping none: the names of its parts.
 * What a header says of a part's size is not believed.
 * @throws BadFile
 */
export async function lookAtZip(bytes: Buffer): Promise<Set<string>> {
  if (!endsWithDirectory(bytes)) throw new BadFile(`文件前后夹带了别的内容，没有接收。${saveAnew}`)
  const zip = await opened(bytes)
  try {
    return await everyPart(zip)
  } finally {
    zip.close()
  }
}

/** Zip and nothing else: it begins with a part and ends with its directory, without a comment. */
function endsWithDirectory(bytes: Buffer): boolean {
  return (
    bytes.length >= 22 &&
    bytes.readUInt32LE(0) === 0x04034b50 &&
    bytes.readUInt32LE(bytes.length - 22) === 0x06054b50
  )
}

const opened = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(whyNot(error)) : resolve(zip),
    ),
  )

const whyNot = (error: Error | null) =>
  /invalid relative path|absolute path|invalid characters/.test(error?.message ?? '')
    ? new BadFile(`文件里有指向外面文件夹的路径，没有接收。${saveAnew}`)
    : broken()

async function everyPart(zip: ZipFile): Promise<Set<string>> {
  if (zip.entryCount > most.entries) throw bomb()
  const names = new Set<string>()
  let inflated = 0
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    const name = entry.fileName
    const problem = partProblem(name)
    if (problem) throw new BadFile(problem)
    // The same name twice: one reader takes the first, another the second.
    if (names.has(name.toLowerCase()) || names.size > most.entries) throw broken()
    names.add(name.toLowerCase())
    if (entry.isEncrypted()) throw new BadFile('文件加了密码，无法查看，请去掉密码后再上传。')
    inflated += await inflate(zip, entry, most.all - inflated)
  }
  return names
}

const next = (zip: ZipFile) =>
  new Promise<Entry | null>((resolve, reject) => {
    const settle = (settled: () => void) => {
      zip.removeAllListeners()
      settled()
    }
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)))
    zip.once('end', () => settle(() => resolve(null)))
    zip.once('error', (error: Error) => settle(() => reject(whyNot(error))))
    zip.readEntry()
  })

/** Inflates one part, watching its size as it grows and what an XML part says. @throws BadFile */
async function inflate(zip: ZipFile, entry: Entry, allowance: number): Promise<number> {
  const watch = /\.(xml|rels|vml)$/i.test(entry.fileName) ? new XmlWatch() : null
  const relationships: Buffer[] | null = /\.rels$/i.test(entry.fileName) ? [] : null
  let size = 0
  const see = (chunk: Buffer) => {
    size += chunk.length
    const isBlown = size > most.fromBytes && size > entry.compressedSize * most.ratio
    if (size > most.part || size > allowance || isBlown) throw bomb()
    const problem = watch?.see(chunk)
    if (problem) throw new BadFile(problem)
    if (relationships && size > mostRelationships) throw bomb()
    relationships?.push(chunk)
  }
  await readThrough(await streamOf(zip, entry), see)
  const problem = relationships ? relationshipsProblem(Buffer.concat(relationships).toString('utf8')) : null
  if (problem) throw new BadFile(problem)
  return size
}

const streamOf = (zip: ZipFile, entry: Entry) =>
  new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error || !stream ? reject(whyNot(error)) : resolve(stream),
    ),
  )

async function readThrough(stream: Readable, see: (chunk: Buffer) => void) {
  try {
    for await (const chunk of stream) see(chunk as Buffer)
  } catch (error) {
    if (error instanceof BadFile) throw error
    // More bytes than its header says end here: yauzl counts too.
    throw /too many bytes/.test(error instanceof Error ? error.message : '') ? bomb() : broken()
  } finally {
    stream.destroy()
  }
}
