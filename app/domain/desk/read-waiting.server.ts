import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { commitmentReview, publication, receipt } from '~/db/schema/after-the-letter'
import { request } from '~/db/schema/co-handling'
import { ask, contact, proposal, proposalAccess } from '~/db/schema/proposal'
import { clearanceStep, reply } from '~/db/schema/reply'
import { awaitsUnit } from '../co-handling/request-states'
import { opinionClock } from '../deadlines/clocks'
import type { Day } from '../deadlines/day'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf } from '../deadlines/rulebook'
import type { Role } from '../people/kinds'
import type { ProposalState } from '../proposal/states'
import type { Waiting } from './what-waits'

/** How many open proposals a desk or a queue looks through, the nearest due first. */
const reach = 400

/** The proposals these parties reach that stand in one of the states, the nearest due first. */
export async function openIds(
  tx: Tx,
  bureauId: string,
  parties: string[],
  states: ProposalState[],
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: proposal.id, dueOn: proposalAccess.dueOn, registerNo: proposalAccess.registerNo })
    .from(proposalAccess)
    .innerJoin(proposal, eq(proposal.id, proposalAccess.proposalId))
    .where(
      and(
        eq(proposalAccess.bureauId, bureauId),
        inArray(proposalAccess.party, parties),
        inArray(proposal.state, states),
      ),
    )
    .orderBy(asc(proposalAccess.dueOn), asc(proposalAccess.registerNo))
    .limit(reach)
  return rows.map((row) => row.id)
}

export type WaitingWithReply = Waiting & { replyId: string | null }

/** What decides who has something to do, of each of these proposals. */
export async function readWaiting(tx: Tx, ids: string[], today: Day): Promise<Map<string, WaitingWithReply>> {
  const [rulebook, proposals, asks, contacts, requests, replies, steps, decisions, reviews, receipts] =
    await Promise.all([
      readRulebook(tx),
      tx.select().from(proposal).where(inArray(proposal.id, ids)),
      tx.selectDistinct({ id: ask.proposalId }).from(ask).where(inArray(ask.proposalId, ids)),
      tx.selectDistinct({ id: contact.proposalId }).from(contact).where(inArray(contact.proposalId, ids)),
      tx.select().from(request).where(inArray(request.proposalId, ids)),
      tx
        .select()
        .from(reply)
        .where(and(inArray(reply.proposalId, ids), ne(reply.state, 'abandoned')))
        .orderBy(desc(reply.startedAt)),
      tx.select().from(clearanceStep).where(inArray(clearanceStep.proposalId, ids)),
      tx.select().from(publication).where(inArray(publication.proposalId, ids)),
      tx.select().from(commitmentReview).where(inArray(commitmentReview.proposalId, ids)),
      tx
        .select({ id: receipt.proposalId })
        .from(receipt)
        .where(and(inArray(receipt.proposalId, ids), eq(receipt.state, 'awaiting'))),
    ])
  const waiting = proposals.map((p): [string, WaitingWithReply] => {
    const rules = rulesOf(rulebook, p)
    const own = replies.find((r) => r.proposalId === p.id && r.round === p.round)
    const asked = requests.filter((r) => r.proposalId === p.id && r.round === p.round)
    const clocks = asked.filter((r) => awaitsUnit(r.state)).map((r) => opinionClock(rules, r.dueOn, today))
    return [p.id, {
      state: p.state, divisionId: p.divisionId, handlerId: p.handlerId,
      askCount: asks.filter((a) => a.id === p.id).length, contactCount: contacts.filter((c) => c.id === p.id).length,
      requestStates: asked.map((r) => r.state), isOpinionPressing: clocks.some((c) => c.left.kind !== 'ok'),
      reply: own ? replyWaiting(own, steps.filter((s) => s.replyId === own.id), rules.profile.signerRole) : null, replyId: own?.id ?? null,
      publication: decisions.find((d) => d.proposalId === p.id && d.round === p.round)?.state ?? null,
      areCommitmentsReviewed: reviews.some((r) => r.proposalId === p.id && r.round === p.round),
      awaitedReceipts: receipts.filter((r) => r.id === p.id).length,
    }] // prettier-ignore
  })
  return new Map(waiting)
}

function replyWaiting(
  own: typeof reply.$inferSelect,
  steps: readonly (typeof clearanceStep.$inferSelect)[],
  signerRole: Role,
): NonNullable<Waiting['reply']> {
  const cycle = Math.max(0, ...steps.map((s) => s.cycle))
  const current = steps.filter((s) => s.cycle === cycle)
  return {
    state: own.state,
    drafterId: own.drafterId,
    wasReturned:
      own.state === 'drafting' && current.some((s) => s.state === 'returned' || s.state === 'lapsed'),
    steps: current.map((s) => ({
      role: s.role as Role,
      divisionId: s.divisionId,
      isOpen: s.state === 'open',
    })),
    isChainComplete:
      current.length > 0 && current.every((s) => s.state === 'approved' || s.state === 'handed_up'),
    signerRole,
  }
}
