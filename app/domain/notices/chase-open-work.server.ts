import { and, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { request } from '~/db/schema/co-handling'
import { chaseTaken } from '~/db/schema/notices'
import { deadline, proposal } from '~/db/schema/proposal'
import { clearanceStep, reply } from '~/db/schema/reply'
import { chaseDue, type OpenWork } from '../deadlines/chase'
import { shanghaiDay, type Day } from '../deadlines/day'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf, type Rulebook } from '../deadlines/rulebook'
import { houseOf } from '../people/viewer'
import { isChase } from './told'
import { writeOutbox } from './write-outbox.server'

/** Proposals looked through in one transaction. */
const slice = 100

type Item = Pick<
  typeof proposal.$inferSelect,
  'id' | 'profileId' | 'profileVersion' | 'round' | 'handlingRole'
>

/** The nightly chase: every step that has come and was not taken yet, taken once. @returns how many */
export async function chaseOpenWork(bureauId: string, now: Date): Promise<number> {
  const house = houseOf(bureauId)
  const items = await asViewer(house, openItems)
  let taken = 0
  for (let i = 0; i < items.length; i += slice)
    taken += await asViewer(house, async (tx) => {
      const rulebook = await readRulebook(tx)
      return await takeSteps(tx, { bureauId, now, rulebook }, items.slice(i, i + slice))
    })
  return taken
}

const openItems = (tx: Tx): Promise<Item[]> =>
  tx
    .select({
      id: proposal.id,
      profileId: proposal.profileId,
      profileVersion: proposal.profileVersion,
      round: proposal.round,
      handlingRole: proposal.handlingRole,
    })
    .from(proposal)
    .where(inArray(proposal.state, ['assigned', 'handling', 'replied']))
    .orderBy(proposal.id)

type Night = { bureauId: string; now: Date; rulebook: Rulebook }
/** `about`: the ids that decide who is told. */
type About = { requestId?: string; replyId?: string; stepId?: string }
type Found = { item: Item; work: OpenWork; about: About }

async function takeSteps(
  tx: Tx,
  { bureauId, now, rulebook }: Night,
  items: readonly Item[],
): Promise<number> {
  const today = shanghaiDay(now)
  let taken = 0
  for (const { item, work, about } of await readOpenWork(tx, items))
    for (const { subject, step } of chaseDue(work, today, rulesOf(rulebook, item))) {
      const first = await tx
        .insert(chaseTaken)
        .values({ bureauId, subject, step, proposalId: item.id, takenAt: now })
        .onConflictDoNothing()
        .returning({ step: chaseTaken.step })
      const topic = `chase_${work.of}_${step}`
      if (first.length === 0 || !isChase(topic)) continue
      await writeOutbox(tx, { bureauId, proposalId: item.id, topic, payload: about, writtenAt: now })
      taken++
    }
  return taken
}

async function readOpenWork(tx: Tx, items: readonly Item[]): Promise<Found[]> {
  const ids = items.map((item) => item.id)
  if (ids.length === 0) return []
  const [requests, deadlines, receipts, steps] = await Promise.all([
    tx
      .select()
      .from(request)
      .where(and(inArray(request.proposalId, ids), inArray(request.state, ['sent', 'acknowledged', 'returned']))),
    tx
      .select()
      .from(deadline)
      .where(and(inArray(deadline.proposalId, ids), inArray(deadline.kind, ['reply', 'rework']), isNull(deadline.metOn))),
    tx
      .select({ id: receipt.id, proposalId: receipt.proposalId, round: receipt.round, dueOn: receipt.dueOn })
      .from(receipt)
      .where(and(inArray(receipt.proposalId, ids), eq(receipt.state, 'awaiting'))),
    tx
      .select({ step: clearanceStep, round: reply.round })
      .from(clearanceStep)
      .innerJoin(reply, eq(reply.id, clearanceStep.replyId))
      .where(and(inArray(clearanceStep.proposalId, ids), eq(clearanceStep.state, 'open'), eq(reply.state, 'clearance'))),
  ]) // prettier-ignore
  const itemOf = (id: string, round: number) => items.find((item) => item.id === id && item.round === round)
  return [
    ...requests.flatMap((r) => found(itemOf(r.proposalId, r.round), { of: 'request', id: r.id, dueOn: r.dueOn }, { requestId: r.id })),
    ...deadlines.flatMap((d) => found(itemOf(d.proposalId, d.round), { of: d.kind === 'rework' ? 'rework' : 'reply', id: d.id, dueOn: d.dueOn })),
    ...receipts.flatMap((r) => found(itemOf(r.proposalId, r.round), { of: 'receipt', id: r.id, dueOn: r.dueOn })),
    ...steps.flatMap(({ step: s, round }) => found(itemOf(s.proposalId, round), { of: 'clearance_step', id: s.id, openedOn: openedOn(s.openedAt) }, { replyId: s.replyId, stepId: s.id })),
  ] // prettier-ignore
}

const openedOn = (at: Date | null): Day => shanghaiDay(at ?? new Date(0))

const found = (item: Item | undefined, work: OpenWork, about: About = {}): Found[] =>
  item ? [{ item, work, about }] : []
