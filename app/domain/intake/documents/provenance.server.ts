import { and, count, eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { documentReading, provenance } from '~/db/schema/files'
import { filesOf, type KeptFile } from '../../files/read-files.server'
import { holdAgain } from '../../files/keep-file.server'
import type { Viewer } from '../../people/viewer'
import type { Command } from '../../proposal/command'
import type { Registration } from '../registration'
import { readFields, type ReadField } from './provenance-states'
import type { Reading } from './read-document.server'
import { asRead } from './registered-value'
import { excerptAround } from './source-text'

/** The document a registration comes from, and the fields the registrar compared with it then and there. */
export type RegisteredFrom = { readingId: string; accepted: readonly ReadField[] }

/**
 * Notes for each field that a machine read where it stands in the document and who stands for it: the registrar who
 * wrote something else, or ticked it as compared; nobody yet for the others. The document is held for the proposal.
 */
export async function recordProvenance(
  tx: Tx,
  command: Command,
  born: { proposalId: string; bureauId: string },
  reading: Reading,
  input: Registration,
  accepted: readonly ReadField[],
) {
  await holdAgain(
    tx,
    command.viewer,
    reading.file,
    { heldFor: 'proposal_document', proposalId: born.proposalId },
    command.now,
  )
  if (reading.fields.length === 0) return
  const rows = reading.fields.map(({ field, value, place, confidence }) => {
    const state =
      asRead(input, field) !== value ? 'corrected' : accepted.includes(field) ? 'accepted' : 'unconfirmed'
    const isOpen = state === 'unconfirmed'
    return {
      ...born, field, readingId: reading.id, valueRead: value, startAt: place?.start ?? null, endAt: place?.end ?? null,
      page: place?.page ?? null, confidence, state, decidedBy: isOpen ? null : command.viewer.userId, decidedAt: isOpen ? null : command.now,
    } as const // prettier-ignore
  })
  await tx.insert(provenance).values(rows)
}

/** Fields a machine read that no person stands for yet. */
export const countUnconfirmed = (tx: Tx, proposalId: string) =>
  tx
    .select({ n: count() })
    .from(provenance)
    .where(and(eq(provenance.proposalId, proposalId), eq(provenance.state, 'unconfirmed')))

export type Traced = Omit<typeof provenance.$inferSelect, 'bureauId'> & {
  excerpt: ReturnType<typeof excerptAround> | null
}

/** Where a proposal's fields come from, and its original files, for whoever may see them. */
export async function readProvenance(
  viewer: Viewer,
  proposalId: string,
): Promise<{ files: KeptFile[]; traced: Traced[] }> {
  return await asViewer(viewer, async (tx) => {
    const [files, rows] = await Promise.all([
      filesOf(tx, proposalId, ['proposal_document']),
      tx
        .select({ row: provenance, text: documentReading.text })
        .from(provenance)
        .innerJoin(documentReading, eq(documentReading.id, provenance.readingId))
        .where(eq(provenance.proposalId, proposalId)),
    ])
    const traced = rows.map(({ row, text }) => ({
      ...row,
      excerpt:
        row.startAt === null || row.endAt === null ? null : excerptAround(text, row.startAt, row.endAt),
    }))
    const order = (t: Traced) => readFields.indexOf(t.field)
    return { files, traced: traced.toSorted((a, b) => order(a) - order(b)) }
  })
}
