import { randomUUID } from 'node:crypto'
import type { Tx } from '~/db/client.server'
import { keptFile } from '~/db/schema/files'
import { fileStore } from '~/files/open-store.server'
import type { Viewer } from '../people/viewer'
import type { Upload } from './check-upload.server'
import { purposes, type HeldFor } from './held-for'

export type HeldBy = { heldFor: HeldFor; proposalId: string | null; requestId?: string | null }

export type Kept = { fileId: string; sha256: string }

/**
 * Keeps a file that was looked at: its bytes in the store, its row in the command's own transaction. Bytes whose
 * transaction fails stay behind unnamed, and are the same bytes at the next try.
 * @throws StoreFailed · the wall's error where the viewer may not hold a file for this
 */
export async function keepFile(
  tx: Tx,
  viewer: Viewer,
  upload: Omit<Upload, 'bytes'> & { bytes: Uint8Array },
  held: HeldBy,
  now: Date,
): Promise<Kept> {
  await fileStore().put(upload.sha256, upload.bytes)
  return await holdAgain(tx, viewer, upload, held, now)
}

/** Holds a file whose bytes are in the store already for one thing more. */
export async function holdAgain(
  tx: Tx,
  viewer: Viewer,
  { sha256, size, name, kind }: Omit<Upload, 'bytes'>,
  held: HeldBy,
  now: Date,
): Promise<Kept> {
  if (!viewer.bureauId) throw new Error('a file is kept for a bureau')
  const fileId = randomUUID()
  await tx.insert(keptFile).values({
    id: fileId, bureauId: viewer.bureauId, sha256, size, name, kind,
    heldFor: held.heldFor, seenBy: purposes[held.heldFor].seenBy,
    proposalId: held.proposalId, requestId: held.requestId ?? null, keptBy: viewer.userId, keptAt: now,
  }) // prettier-ignore
  return { fileId, sha256 }
}
