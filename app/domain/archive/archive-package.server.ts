import { asc, eq } from 'drizzle-orm'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import type { Tx } from '~/db/client.server'
import { commitment, publication, receipt } from '~/db/schema/after-the-letter'
import { opinion, request } from '~/db/schema/co-handling'
import { event } from '~/db/schema/log'
import { ask, contact } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { takenOver } from '~/db/schema/taken-over'
import { fileStore } from '~/files/open-store.server'
import type { KeptFile } from '../files/read-files.server'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import { sentenceOf } from '../log/sentences'
import type { ProposalFacts } from '../proposal/facts'
import { scansOf } from '../taking-over/read-taken-over.server'

const fixedTime = new Date('2000-01-01T00:00:00Z')
const encode = (text: string) => new TextEncoder().encode(text)

type Files = Record<string, Uint8Array>

/**
 * 归档包: one zip with a readable page, the letters as issued, the record as JSON and a manifest of SHA-256 hashes.
 * Read without the system; the same record gives the same bytes.
 */
export async function makeArchivePackage(tx: Tx, proposal: ProposalFacts): Promise<Uint8Array> {
  const files = await collect(tx, proposal)
  const manifest = Object.entries(files).map(([name, bytes]) => ({
    name,
    sha256: sha256(bytes),
    size: bytes.length,
  }))
  const all: Files = {
    ...files,
    'manifest.json': encode(canonicalJson({ format: 'fuhan-archive/1', files: manifest })),
  }
  const entries: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [name, [bytes, { mtime: fixedTime }]]),
  )
  return zipSync(entries)
}

async function collect(tx: Tx, proposal: ProposalFacts): Promise<Files> {
  const id = proposal.id
  const [asks, contacts, requests, opinions, letters, receipts, decisions, promises, events, told, scans] =
    await Promise.all([
      tx.select().from(ask).where(eq(ask.proposalId, id)).orderBy(asc(ask.n)),
      tx.select().from(contact).where(eq(contact.proposalId, id)).orderBy(asc(contact.loggedAt)),
      tx.select().from(request).where(eq(request.proposalId, id)).orderBy(asc(request.position)),
      tx.select().from(opinion).where(eq(opinion.proposalId, id)).orderBy(asc(opinion.givenAt)),
      tx.select().from(letter).where(eq(letter.proposalId, id)).orderBy(asc(letter.seq)),
      tx.select().from(receipt).where(eq(receipt.proposalId, id)),
      tx.select().from(publication).where(eq(publication.proposalId, id)),
      tx.select().from(commitment).where(eq(commitment.proposalId, id)).orderBy(asc(commitment.n)),
      tx.select().from(event).where(eq(event.proposalId, id)).orderBy(asc(event.sequence)),
      tx.select().from(takenOver).where(eq(takenOver.proposalId, id)),
      scansOf(tx, id),
    ])
  const docx = Object.fromEntries(
    letters.map((l) => [`letters/${l.code}-${l.year}-${l.seq}.docx`, new Uint8Array(l.bytes)]),
  )
  const scanned = await bytesOf(scans)
  const record = {
    proposal,
    asks,
    contacts,
    requests,
    opinions,
    receipts,
    decisions,
    promises,
    letters: letters.map((l) => ({ ...l, bytes: undefined })),
    ...(told[0] ? { takenOver: told[0], scans } : {}),
  }
  return {
    'index.html': encode(
      readablePage(
        proposal,
        letters.map((l) => l.docNo),
        events.map((e) => `${e.businessAt.toISOString().slice(0, 10)} ${e.actorName} ${sentenceOf(e.body)}`),
      ),
    ),
    ...docx,
    ...scanned,
    'record.json': encode(canonicalJson(record)),
    'log.jsonl': encode(events.map((e) => `${e.hash} ${e.canonical}`).join('\n')),
  }
}

/** The scans of another system's letter, by their ids. */
async function bytesOf(scans: readonly KeptFile[]): Promise<Files> {
  const files: Files = {}
  for (const { id, kind, sha256: hash } of scans) {
    const bytes = await fileStore().get(hash)
    if (!bytes) throw new Error(`the store has no ${hash}`)
    files[`taken-over/${id}.${kind}`] = new Uint8Array(bytes)
  }
  return files
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function readablePage(proposal: ProposalFacts, numbers: readonly string[], log: readonly string[]) {
  const lines = log.map((line) => `<li>${escape(line)}</li>`).join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(proposal.subject)}</title><h1>${escape(proposal.subject)}</h1><p>第${escape(proposal.officialNo)}号 · 登记号 ${escape(proposal.registerNo)} · 复函 ${escape(numbers.join('、'))}</p><pre>${escape(proposal.text)}</pre><h2>办理日志</h2><ol>${lines}</ol></html>`
}

/** Null when every file of the package is there and its hash agrees; otherwise what is wrong. */
export function packageProblem(bytes: Uint8Array): string | null {
  const files = unzipSync(bytes)
  const manifest = files['manifest.json']
  if (!manifest) return 'manifest.json 不在包内'
  const listed = (
    JSON.parse(new TextDecoder().decode(manifest)) as { files: { name: string; sha256: string }[] }
  ).files
  const wrong = listed.find(
    (entry) => !files[entry.name] || sha256(files[entry.name] ?? new Uint8Array()) !== entry.sha256,
  )
  if (wrong) return `${wrong.name} 与清单不符`
  return Object.keys(files).length === listed.length + 1 ? null : '包内有清单以外的文件'
}
