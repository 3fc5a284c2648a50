import { and, asc, eq, inArray } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { keptFile } from '~/db/schema/files'
import { fileStore } from '~/files/open-store.server'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'
import type { HeldFor } from './held-for'

export type KeptFile = typeof keptFile.$inferSelect

/** The files held for a proposal that this viewer may see, oldest first. */
export const filesOf = (tx: Tx, proposalId: string, heldFor?: readonly HeldFor[]): Promise<KeptFile[]> =>
  tx
    .select()
    .from(keptFile)
    .where(
      and(
        eq(keptFile.proposalId, proposalId),
        heldFor === undefined ? undefined : inArray(keptFile.heldFor, [...heldFor]),
      ),
    )
    .orderBy(asc(keptFile.keptAt), asc(keptFile.id))

/** One file with its bytes, verified against their hash. @throws NotFound when absent or not this viewer's */
export async function readKeptFile(viewer: Viewer, fileId: string) {
  const [file] = await asViewer(viewer, (tx) => tx.select().from(keptFile).where(eq(keptFile.id, fileId)))
  if (!file) throw new NotFound('file')
  const bytes = await fileStore().get(file.sha256)
  if (!bytes) throw new Error(`the store has no ${file.sha256}`)
  return { ...file, bytes }
}
