import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { deadline } from '~/db/schema/proposal'
import { canonicalJson } from '../log/canonical'
import type { Recounted } from './recount'

/** What moved, for the log and the page. */
export type Moved = { deadlineId: string; name: string; before: string; after: string }

/** Stores deadlines as counted again, each with its start and its whole derivation; answers those whose day moved. */
export async function storeRecounted(tx: Tx, counted: readonly Recounted[]): Promise<Moved[]> {
  for (const { deadline: d, due } of counted)
    await tx
      .update(deadline)
      .set({
        startOn: d.startOn,
        dueOn: due.due,
        isProvisional: due.provisional,
        derivation: canonicalJson(due.derivation),
      })
      .where(eq(deadline.id, d.id))
  return counted
    .filter(({ deadline: d, due }) => d.dueOn !== due.due)
    .map(({ deadline: d, name, due }) => ({ deadlineId: d.id, name, before: d.dueOn, after: due.due }))
}
