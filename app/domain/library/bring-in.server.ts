import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { inArray, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { basisDocument, pastReply } from '~/db/schema/library'
import type { Upload } from '../files/check-upload.server'
import { keepFile } from '../files/keep-file.server'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { canonicalJson } from '../log/canonical'
import { isStaff, type Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Invalid, NotFound } from '../refusals'
import { textOfBytes } from './reading/page-bytes'
import { readPage } from './reading/read-page'
import type { Reading } from './reading/reading'
import { mostPages } from './states'

/** What became of one page: in quarantine as a reply or a basis document, there already, or turned away and why. */
export type Brought = {
  name: string
  outcome: 'reply' | 'basis' | 'known' | 'turned_away'
  shelf: 'replies' | 'basis' | null
  id: string | null
  reason: string | null
}

type Page = { upload: Upload; reading: Reading | null; reason: string | null }

/** @throws NotFound for anybody but the bureau's own people */
export function assertReadsLibrary(viewer: Viewer) {
  if (!isStaff(viewer) || !viewer.userId) throw new NotFound('library')
}

/**
 * Brings pages into quarantine, each with its bytes. The same bytes again are found, not doubled. Pages are read before
 * the transaction opens: reading takes longer than a lock should be held.
 * @throws NotFound for anybody but the bureau's own people · Invalid without a page, or with too many ·
 *   Conflict when the key was used with other pages
 */
export async function bringIn(command: Command, uploads: readonly Upload[]): Promise<Brought[]> {
  const { viewer } = command
  assertReadsLibrary(viewer)
  if (uploads.length === 0) throw new Invalid([{ field: 'text', message: '请粘贴页面内容，或选择文件。' }])
  if (uploads.length > mostPages)
    throw new Invalid([{ field: 'files', message: `一次最多 ${mostPages} 个文件，请分几次。` }])
  const digest = digestOf(uploads.map(({ sha256 }) => sha256))
  const pages = await readUploads(uploads)
  return await asViewer(viewer, async (tx) => {
    const first = await firstResult(tx, command, 'bring_in_pages', digest)
    if (first) return first.result as Brought[]
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`library ${viewer.bureauId}`}, 0))`)
    const known = await knownPages(tx, pages)
    const brought: Brought[] = []
    for (const page of pages) brought.push(await shelve(tx, command, page, known))
    await logBrought(tx, command, brought)
    await rememberResult(tx, command, 'bring_in_pages', digest, brought)
    return brought
  })
}

/** One after another, and other requests in between: a folder of long pages keeps nobody waiting. */
async function readUploads(uploads: readonly Upload[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const upload of uploads) {
    pages.push(readUpload(upload))
    await setImmediate()
  }
  return pages
}

function readUpload(upload: Upload): Page {
  const decoded = textOfBytes(upload.bytes)
  if (!decoded.ok) return { upload, reading: null, reason: decoded.message }
  const reading = readPage(decoded.text)
  const isOfUse = reading.reply.is_reply || reading.basis !== null
  return { upload, reading, reason: isOfUse ? null : '页面里没有答复，也没有文件正文。' }
}

type Known = Map<string, { shelf: 'replies' | 'basis'; id: string }>

async function knownPages(tx: Tx, pages: Page[]): Promise<Known> {
  const hashes = pages.map(({ upload }) => upload.sha256)
  const replies = await tx
    .select({ id: pastReply.id, sha256: pastReply.sha256 })
    .from(pastReply)
    .where(inArray(pastReply.sha256, hashes))
  const papers = await tx
    .select({ id: basisDocument.id, sha256: basisDocument.sha256 })
    .from(basisDocument)
    .where(inArray(basisDocument.sha256, hashes))
  return new Map<string, { shelf: 'replies' | 'basis'; id: string }>([
    ...replies.map(({ id, sha256 }) => [sha256, { shelf: 'replies', id }] as const),
    ...papers.map(({ id, sha256 }) => [sha256, { shelf: 'basis', id }] as const),
  ])
}

async function shelve(tx: Tx, command: Command, page: Page, known: Known): Promise<Brought> {
  const { upload, reading, reason } = page
  const { name, sha256 } = upload
  const before = known.get(sha256)
  if (before) return { name, outcome: 'known', ...before, reason: null }
  if (!reading || reason !== null) return { name, outcome: 'turned_away', shelf: null, id: null, reason }
  const isReply = reading.reply.is_reply
  const heldFor = isReply ? 'past_reply' : 'basis_document'
  const { fileId } = await keepFile(tx, command.viewer, upload, { heldFor, proposalId: null }, command.now)
  const id = isReply
    ? await shelveReply(tx, command, upload, fileId, reading)
    : await shelvePaper(tx, command, upload, fileId, reading)
  const shelf = isReply ? 'replies' : 'basis'
  known.set(sha256, { shelf, id })
  return { name, outcome: isReply ? 'reply' : 'basis', shelf, id, reason: null }
}

const stamp = ({ viewer, now }: Command, { sha256 }: Upload, fileId: string) => ({
  id: randomUUID(),
  bureauId: viewer.bureauId ?? '',
  state: 'quarantine' as const,
  sha256,
  fileId,
  importedBy: viewer.userId ?? '',
  importedAt: now,
})

async function shelveReply(tx: Tx, command: Command, upload: Upload, fileId: string, reading: Reading) {
  const { text, reply, places, findings, references } = reading
  const row = stamp(command, upload, fileId)
  await tx.insert(pastReply).values({
    ...row,
    text: text.replaceAll('\0', ''),
    reading: canonicalJson({ reply, places, findings, references }),
    fields: canonicalJson(reply),
    title: reply.title ?? reply.subject ?? upload.name,
    documentNumber: reply.doc_number,
    issuer: reply.issuer,
    itemNo: reply.item_no,
    subject: reply.subject,
    letterDate: reply.letter_date,
  })
  return row.id
}

async function shelvePaper(tx: Tx, command: Command, upload: Upload, fileId: string, reading: Reading) {
  const row = stamp(command, upload, fileId)
  const { title, documentNumber, issuer, issuedOn } = reading.basis ?? { title: '', documentNumber: null, issuer: null, issuedOn: null } // prettier-ignore
  await tx.insert(basisDocument).values({
    ...row,
    text: reading.text.replaceAll('\0', ''),
    findings: canonicalJson(reading.findings),
    title: title || upload.name,
    documentNumber,
    issuer,
    issuedOn,
  })
  return row.id
}

async function logBrought(tx: Tx, { viewer, now, realNow }: Command, brought: Brought[]) {
  const ids = (outcome: Brought['outcome']) => brought.flatMap((one) => (one.outcome === outcome && one.id ? [one.id] : [])) // prettier-ignore
  const details = {
    replies: ids('reply'),
    basis: ids('basis'),
    known: ids('known').length,
    turnedAway: brought.filter(({ outcome }) => outcome === 'turned_away').length,
  }
  await appendBureauEvent(tx, viewer, { kind: 'library_pages_brought_in', details }, { businessAt: now, recordedAt: realNow }) // prettier-ignore
}
