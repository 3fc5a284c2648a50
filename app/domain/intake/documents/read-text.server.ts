import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { FileKind } from '../../files/file-kinds'
import { textOfBytes } from '../../files/text-of-bytes'
import { mostLetters, type SourceText } from './source-text'

/** The text, or the sentence that says why there is none; the file itself is kept either way. */
export type TextRead = ({ why: null } & SourceText) | { why: string }

const byHand = '请对照原件手工录入。'
const cannot: Partial<Record<FileKind, string>> = {
  wps: `.wps 文件的文字读不出来，原件已保存。${byHand}也可以用 WPS 另存为 .docx 再上传。`,
  ofd: `.ofd 文件的文字读不出来，原件已保存。${byHand}`,
}

/** How long and how large a document's reading may become; what goes beyond ends with its process. */
const limits = { ms: 20_000, megabytes: 256, output: 4 * mostLetters, waiting: 8 }

const output = z.object({ text: z.string().max(mostLetters), pageStarts: z.array(z.number().int()).max(200) })

/** Reads a kept document in a process of its own, one after another. */
export async function readText(kind: FileKind, bytes: Buffer, ms = limits.ms): Promise<TextRead> {
  if (kind === 'txt') return ofText(textOfBytes(bytes))
  if (kind !== 'docx' && kind !== 'doc' && kind !== 'pdf')
    return { why: cannot[kind] ?? `这种文件的文字读不出来，原件已保存。${byHand}` }
  const printed = await inTurn(() => readInProcess(kind, bytes, ms))
  const read = printed === null ? null : output.safeParse(printed).data
  if (!read) return { why: `这份文件没有读出来，可能已损坏或过于复杂，原件已保存。${byHand}` }
  if (read.text.replaceAll(/\s/g, '').length < 10)
    return { why: `这份文件里没有文字，可能是扫描件，原件已保存。${byHand}` }
  return { why: null, ...read }
}

const ofText = (text: string | null): TextRead =>
  text === null
    ? { why: `这份文件不是文字，原件已保存。${byHand}` }
    : { why: null, text: text.replaceAll('\r\n', '\n').slice(0, mostLetters), pageStarts: [] }

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** One at a time, so that ten uploads at once take one process’s memory; too many waiting are told to read by hand. */
async function inTurn(read: () => Promise<unknown>): Promise<unknown> {
  if (waiting >= limits.waiting) return null
  waiting++
  const turn = last.then(read)
  last = turn.catch(() => {})
  return await turn.finally(() => waiting--)
}

/** The program, found from the sources as well as from the built bundle. */
function program(): string {
  const name = 'reading-process.server.ts'
  const places = ['./', '../../app/domain/intake/documents/', '../../../app/domain/intake/documents/']
  const found = places
    .map((p) => fileURLToPath(new URL(p + name, import.meta.url)))
    .find((p) => existsSync(p))
  if (!found) throw new Error(`no ${name} beside the sources`)
  return found
}

/** What the process printed, as JSON; null where it broke, ran out of time or memory, or printed too much. */
async function readInProcess(kind: string, bytes: Buffer, ms: number): Promise<unknown> {
  const file = program()
  const tsx = pathToFileURL(createRequire(file).resolve('tsx')).href
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.megabytes}`, '--import', tsx, file, kind],
    // No setting of the house, no key and no address of the database goes with it.
    { cwd: path.dirname(file), env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const late = setTimeout(() => child.kill('SIGKILL'), ms)
  const printed: Buffer[] = []
  let size = 0
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limits.output) child.kill('SIGKILL')
    else printed.push(chunk)
  })
  // A process that died early closes its input: its end says so, the broken pipe says nothing more.
  child.stdin.on('error', () => {})
  child.stdin.end(bytes)
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  clearTimeout(late)
  return code === 0 && size <= limits.output ? parsed(Buffer.concat(printed).toString('utf8')) : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
