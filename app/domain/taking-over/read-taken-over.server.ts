import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { takenOver } from '~/db/schema/taken-over'
import { filesOf } from '../files/read-files.server'
import type { Viewer } from '../people/viewer'
import type { TakenOverFacts } from '../proposal/facts-beside'

/** Null for every item that began here. */
export async function readTakenOver(tx: Tx, proposalId: string): Promise<TakenOverFacts | null> {
  const [told] = await tx.select().from(takenOver).where(eq(takenOver.proposalId, proposalId))
  return told ? { ...told, scans: (await scansOf(tx, proposalId)).length } : null
}

/** The scans of the letter another system had issued, oldest first. */
export const scansOf = (tx: Tx, proposalId: string) => filesOf(tx, proposalId, ['taken_over_scan'])

export const readScans = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, (tx) => scansOf(tx, proposalId))
