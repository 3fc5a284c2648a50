import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { deadline } from '~/db/schema/proposal'
import { startOf } from '../deadlines/due-of'
import { readRules } from '../deadlines/read-rulebook.server'
import { openDeadlines, recounted, ruleOfDeadline } from '../deadlines/recount'
import { storeRecounted, type Moved } from '../deadlines/recount-deadlines.server'
import { setDeadlines } from '../deadlines/set-deadlines.server'
import type { Facts } from '../proposal/facts'
import type { HandlingRole } from '../proposal/words-of-the-trade'

/**
 * What we owe depends on what we are: a reply to the delegate, or an opinion to the lead unit, by other days. Counts the
 * main clock again for the role; the first contact is the answering unit's duty alone.
 */
export async function countForRole(tx: Tx, f: Facts, handlingRole: HandlingRole): Promise<Moved[]> {
  const proposal = { ...f.proposal, handlingRole }
  const g = { ...f, ...(await readRules(tx, proposal)), proposal }
  const days = { assigned: proposal.assignedOn, received: proposal.receivedOn }
  const main = openDeadlines(g).filter((d) => d.kind === 'reply')
  const restarted = main.map((d) => ({ ...d, startOn: startOf(g, 'reply', days, proposal.assignedOn) }))
  const moved = await storeRecounted(tx, recounted(g, restarted))
  for (const d of main)
    await tx
      .update(deadline)
      .set({ unit: ruleOfDeadline(g, d).unit })
      .where(eq(deadline.id, d.id))
  await countContact(tx, g, days.received)
  return moved
}

async function countContact(tx: Tx, g: Facts, receivedOn: string) {
  const { proposal } = g
  if (proposal.handlingRole === 'assist')
    await tx
      .delete(deadline)
      .where(
        and(
          eq(deadline.proposalId, proposal.id),
          eq(deadline.round, proposal.round),
          eq(deadline.kind, 'contact'),
        ),
      )
  else
    await setDeadlines(tx, g, [
      {
        kind: 'contact',
        startOn: startOf(g, 'contact', { assigned: proposal.assignedOn, received: receivedOn }, receivedOn),
      },
    ])
}
