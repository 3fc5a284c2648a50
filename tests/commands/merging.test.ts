import { and, eq, inArray, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { mergeMember } from '~/db/schema/merging'
import { proposal } from '~/db/schema/proposal'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { readDesk } from '~/domain/desk/read-desk.server'
import { readPool } from '~/domain/desk/read-pool.server'
import { readQueue } from '~/domain/desk/read-queue.server'
import { takeNext } from '~/domain/desk/take-next.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { formGroup } from '~/domain/merging/form-group.server'
import { leaveGroup } from '~/domain/merging/leave-group.server'
import { move } from '~/domain/proposal/move.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { gate, outcomeWithin } from '../support/gate'
import { as, inHandling, openBureau, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

async function inTriage() {
  const proposalId = await registered(bureau)
  await recordAsks(as(bureau.people.registrar), { proposalId }, { asks: ['先摸需求'] })
  await submitForTriage(as(bureau.people.registrar), { proposalId })
  return proposalId
}

/** Three merged, the first leading. */
async function three() {
  const ids = [await inTriage(), await inTriage(), await inTriage()] as [string, string, string]
  await formGroup(
    as(bureau.people.coordinator),
    { proposalId: ids[0] },
    { memberIds: ids.slice(1), mergedBy: 'bureau', reason: '都提科技特派员' },
  )
  return ids
}

const statesOf = (ids: readonly string[]) =>
  asViewer(bureau.people.coordinator, async (tx) => {
    const rows = await tx
      .select()
      .from(proposal)
      .where(inArray(proposal.id, [...ids]))
    return ids.map((id) => rows.find((r) => r.id === id))
  })
const lastEvents = (ids: readonly string[]) =>
  asViewer(bureau.people.coordinator, (tx) =>
    Promise.all(
      ids.map(async (id) => {
        const rows = await tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence)
        return rows.at(-1)?.body
      }),
    ),
  )
const toDivision = () =>
  ({ divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'sole', leadUnitId: null }) as const

describe('three merged', () => {
  it('log the same event, each in its own chain, with one correlation', async () => {
    const ids = await three()
    const events = await lastEvents(ids)
    expect(events.map((e) => e?.kind)).toEqual(['form_group', 'form_group', 'form_group'])
    expect(new Set(events.map((e) => e?.correlation)).size).toBe(1)
    expect(new Set(events.map((e) => e?.chain)).size).toBe(3)
  })

  it('go together: what is done to the leading one is done to all, and to a member alone it is refused', async () => {
    const ids = await three()
    const { coordinator, division_head, handler } = bureau.people
    const alone = allocate(as(coordinator), { proposalId: ids[1] }, toDivision())
    await expect(alone).rejects.toMatchObject({ constructor: Refused, reasons: [{ code: 'NOT_LED' }] })
    await allocate(as(coordinator), { proposalId: ids[0] }, toDivision())
    await acceptInDivision(as(division_head), { proposalId: ids[0] }, { handlerId: handler.userId ?? '' })
    expect(await statesOf(ids)).toMatchObject(
      [1, 2, 3].map(() => ({ state: 'handling', handlerId: handler.userId })),
    )
    const events = await lastEvents(ids)
    expect(new Set(events.map((e) => e?.correlation)).size).toBe(1)
    await startReply(as(handler), { proposalId: ids[0] })
    await expect(startReply(as(handler), { proposalId: ids[2] })).rejects.toMatchObject({
      reasons: [{ code: 'NOT_LED' }],
    })
  })

  it('wait as one on the desk, in the pool and in the division’s queue', async () => {
    const ids = await three()
    const { coordinator, division_head } = bureau.people
    const mine = (rows: { id: string }[]) => rows.map((r) => r.id).filter((id) => ids.includes(id))
    const desk = await readDesk(coordinator, '2026-03-20')
    expect(mine(desk.map((t) => t.row))).toEqual([ids[0]])
    await allocate(as(coordinator), { proposalId: ids[0] }, toDivision())
    const divisionId = bureau.divisionIds['成果处'] ?? ''
    const queue = await readQueue(division_head, divisionId, '2026-03-20')
    expect(mine(queue.items.map((i) => i.row))).toEqual([ids[0]])
    expect(mine(await readPool(division_head, '2026-03-20'))).toEqual([ids[0]])
    const taking = { divisionId, shown: '', handlerId: bureau.people.handler.userId }
    for (;;) {
      await takeNext(as(division_head), taking)
      if ((await statesOf(ids)).every((p) => p?.state === 'handling')) break
    }
  })

  it('say before anybody reads the draft that the letters cannot yet be issued from one reply', async () => {
    const ids = await three()
    const { coordinator, division_head, handler } = bureau.people
    await allocate(as(coordinator), { proposalId: ids[0] }, toDivision())
    await acceptInDivision(as(division_head), { proposalId: ids[0] }, { handlerId: handler.userId ?? '' })
    const { replyId } = await startReply(as(handler), { proposalId: ids[0] })
    const submit = submitForClearance(as(handler), { proposalId: ids[0], replyId })
    await expect(submit).rejects.toMatchObject({
      constructor: Refused,
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'NOT_BUILT' })]),
    })
  })

  it('let a member leave and go on alone; a group of one is none, and can be merged again', async () => {
    const ids = await three()
    const { coordinator } = bureau.people
    for (const id of ids.slice(1))
      await leaveGroup(as(coordinator), { proposalId: id }, { reason: '诉求不同，分开办' })
    await allocate(as(coordinator), { proposalId: ids[1] }, toDivision())
    expect(await statesOf(ids)).toMatchObject([
      { state: 'triage' },
      { state: 'assigned' },
      { state: 'triage' },
    ])
    await formGroup(as(coordinator), { proposalId: ids[0] }, { memberIds: [ids[2]], mergedBy: 'assigning_body', reason: '交办机关并案' }) // prettier-ignore
    const members = await asViewer(coordinator, (tx) =>
      tx
        .select()
        .from(mergeMember)
        .where(and(inArray(mergeMember.proposalId, ids), isNull(mergeMember.leftAt))),
    )
    expect(members.map((m) => m.proposalId).toSorted()).toEqual([ids[0], ids[2]].toSorted())
  })

  it('are not void while they hang together', async () => {
    const ids = await three()
    for (const proposalId of ids)
      await expect(
        voidProposal(as(bureau.people.registrar), { proposalId }, { reason: '误登' }),
      ).rejects.toMatchObject({ reasons: [{ code: 'NOT_MERGED' }] })
  })
})

describe('a group is refused', () => {
  const merge = (leading: string, memberIds: string[]) =>
    formGroup(
      as(bureau.people.coordinator),
      { proposalId: leading },
      { memberIds, mergedBy: 'bureau', reason: '同类' },
    )

  it('when one stands elsewhere, and then nothing is merged', async () => {
    const [first, second] = [await inTriage(), await inTriage()]
    const third = await inHandling(bureau)
    await expect(merge(first, [second, third])).rejects.toMatchObject({
      constructor: Invalid,
      problems: [{ field: 'memberIds', message: expect.stringContaining('不在同一处室') }],
    })
    expect((await lastEvents([first, second])).map((e) => e?.kind)).toEqual([
      'submit_for_triage',
      'submit_for_triage',
    ])
  })

  it('when one is merged already, absent, or the only one', async () => {
    const ids = await three()
    const alone = await inTriage()
    await expect(merge(alone, [ids[1]])).rejects.toMatchObject({ reasons: [{ code: 'NOT_MERGED' }] })
    await expect(merge(alone, ['00000000-0000-4000-8000-00000000dead'])).rejects.toBeInstanceOf(NotFound)
    await expect(merge(alone, [alone])).rejects.toBeInstanceOf(Invalid)
  })
})

describe('two commands on one group', () => {
  it('take the locks in one order: the second waits, none dies', async () => {
    const ids = await three()
    const inside = gate()
    const leave = gate()
    const { registrar, coordinator } = bureau.people
    // One member is held by a command of its own; the group's command waits for it and then acts on what it left.
    const first = move(as(registrar), 'record_asks', { proposalId: ids[2] }, {}, async () => {
      inside.open()
      await leave.opened
      return { result: null }
    })
    await inside.opened
    const second = allocate(as(coordinator), { proposalId: ids[0] }, toDivision())
    expect(await outcomeWithin(300, second)).toBe('waiting')
    leave.open()
    await first
    await second
    expect(await statesOf(ids)).toMatchObject([1, 2, 3].map(() => ({ state: 'assigned' })))
  })

  it('tell the one whose page was drawn before', async () => {
    const ids = await three()
    const stale = allocate(
      as(bureau.people.coordinator),
      { proposalId: ids[0], expectedVersion: 2 },
      toDivision(),
    )
    await expect(stale).rejects.toBeInstanceOf(Conflict)
  })
})
