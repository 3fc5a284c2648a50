import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { proposal } from '~/db/schema/proposal'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { readPool } from '~/domain/desk/read-pool.server'
import { readQueue } from '~/domain/desk/read-queue.server'
import { takeNext } from '~/domain/desk/take-next.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { addUser } from '~/domain/people/add-user.server'
import type { Role } from '~/domain/people/kinds'
import type { Viewer } from '~/domain/people/viewer'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { move } from '~/domain/proposal/move.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { gate, outcomeWithin } from '../support/gate'
import { as, businessNow, inHandling, openBureau, realNow, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let divisionId: string
/** Heads the division and handles in it too; and a handler beside the one of the story. */
let both: Viewer
let second: Viewer
const today = '2026-03-20'

beforeAll(async () => {
  bureau = await openBureau()
})

/** Each test has a division of its own people and nothing in its queue: the story's division is emptied first. */
beforeEach(async () => {
  divisionId = bureau.divisionIds['成果处'] ?? ''
  both ??= await person('both', ['division_head', 'handler'])
  second ??= await person('second', ['handler'])
  const { items } = await readQueue(bureau.people.division_head, divisionId, today)
  for (const { kind, row, requestId } of items) {
    if (kind === 'accept') await give(row.id)
    if (kind === 'request' && requestId)
      await takeNext(as(second), { divisionId, shown: '', handlerId: null })
  }
})

async function person(name: string, roles: readonly Role[]): Promise<Viewer> {
  const memberships = roles.map((role) => ({ role, divisionId, unitId: null }))
  const userId = await addUser(
    bureau.founder,
    { login: `${name}-${randomUUID()}`, name, title: '科长', phone: '0', passwordHash: 'x', memberships },
    { now: businessNow, realNow },
  )
  return { bureauId: bureau.bureauId, userId, delegateId: null, letterId: null, name, memberships }
}

const handlerId = () => bureau.people.handler.userId ?? ''
const give = (proposalId: string) =>
  acceptInDivision(as(bureau.people.division_head), { proposalId }, { handlerId: handlerId() })

async function assigned(to = '成果处'): Promise<string> {
  const proposalId = await registered(bureau)
  await submitForTriage(as(bureau.people.registrar), { proposalId })
  const allocation = {
    divisionId: bureau.divisionIds[to] ?? '',
    handlingRole: 'lead',
    leadUnitId: null,
  } as const
  await allocate(as(bureau.people.coordinator), { proposalId }, allocation)
  return proposalId
}

const row = (id: string) =>
  asViewer(bureau.people.coordinator, async (tx) => {
    const [found] = await tx.select().from(proposal).where(eq(proposal.id, id))
    if (!found) throw new Error('no proposal')
    return found
  })
const acceptsOf = async (id: string) =>
  (
    await asViewer(bureau.people.coordinator, (tx) => tx.select().from(event).where(eq(event.proposalId, id)))
  ).filter((e) => e.kind === 'division_accept').length

const own = (over: { shown?: string; handlerId?: string | null } = {}) => ({
  divisionId, shown: '', handlerId: null, ...over,
}) // prettier-ignore

describe('the queue of a division', () => {
  it('shows what nobody has signed for, key first, to everybody in it and to nobody else', async () => {
    const first = await assigned()
    const key = await assigned()
    await flagKey(as(bureau.people.coordinator), { proposalId: key }, { reason: '领导督办' })
    for (const viewer of [bureau.people.handler, bureau.people.division_head]) {
      const { items } = await readQueue(viewer, divisionId, today)
      expect(items.filter((i) => i.kind === 'accept').map((i) => i.row.id)).toEqual([key, first])
      expect(items[0]?.reason).toMatch(/^重点件，/)
      expect((await readPool(viewer, today)).map((r) => r.id)).toEqual([key, first])
    }
    await expect(readQueue(bureau.people.other_head, divisionId, today)).rejects.toBeInstanceOf(NotFound)
    await expect(readQueue(bureau.people.coordinator, divisionId, today)).rejects.toBeInstanceOf(NotFound)
    expect((await readPool(bureau.people.other_head, today)).map((r) => r.id)).toEqual([])
  })

  it('counts what each handler has under way', async () => {
    const before = await readQueue(bureau.people.division_head, divisionId, today)
    await give(await assigned())
    const after = await readQueue(bureau.people.division_head, divisionId, today)
    const open = (queue: typeof before, viewer: Viewer) =>
      queue.loads.find((l) => l.userId === viewer.userId)?.open ?? -1
    expect(open(after, bureau.people.handler)).toBe(open(before, bureau.people.handler) + 1)
    expect(open(after, second)).toBe(0)
    expect(after.loads.map((l) => l.name)).toEqual(['both', 'handler', 'second'])
  })
})

describe('taking the next one', () => {
  it('gives a head who also handles the first, as his own', async () => {
    const id = await assigned()
    const { registerNo } = await row(id)
    const taken = await takeNext(as(both), own({ shown: registerNo }))
    expect(taken).toEqual({ registerNo, kind: 'accept', wasShown: true })
    expect(await row(id)).toMatchObject({ state: 'handling', handlerId: both.userId })
  })

  it('lets a head give it to whom he names, and to nobody outside the division', async () => {
    const id = await assigned()
    const head = as(bureau.people.division_head)
    const stranger = bureau.people.registrar.userId
    await expect(takeNext(head, own({ handlerId: stranger }))).rejects.toBeInstanceOf(Invalid)
    expect(await row(id)).toMatchObject({ state: 'assigned' })
    await takeNext(as(bureau.people.division_head), own({ handlerId: second.userId }))
    expect(await row(id)).toMatchObject({ state: 'handling', handlerId: second.userId })
  })

  it('is refused to a handler, who is told whose it is', async () => {
    const id = await assigned()
    for (const input of [own(), own({ handlerId: second.userId })]) {
      const refused = takeNext(as(second), input)
      await expect(refused).rejects.toBeInstanceOf(Refused)
      await expect(refused).rejects.toMatchObject({
        reasons: [{ code: 'NOT_YOURS', whoCanResolve: '处室负责人both、division_head' }],
      })
    }
    expect(await row(id)).toMatchObject({ state: 'assigned', version: 3 })
  })

  it('of another division looks like absence', async () => {
    await assigned()
    await expect(takeNext(as(bureau.people.other_head), own())).rejects.toBeInstanceOf(NotFound)
  })

  it('lets any handler sign for a request to the division, which then leaves the queue', async () => {
    const asking = await assigned('社发处')
    const colleague = { ...both, memberships: both.memberships }
    const lead = await addHandlerOf('社发处')
    await acceptInDivision(
      as(bureau.people.other_head),
      { proposalId: asking },
      { handlerId: lead.userId ?? '' },
    )
    const { requestId } = await sendRequest(
      as(lead),
      { proposalId: asking },
      { unitId: null, divisionId, question: '请提意见', dueOn: null },
    )
    const { items } = await readQueue(second, divisionId, today)
    expect(items.map((i) => [i.kind, i.requestId])).toEqual([['request', requestId]])
    expect(await takeNext(as(second), own())).toMatchObject({ kind: 'request' })
    expect((await readQueue(second, divisionId, today)).items).toEqual([])
    await expect(takeNext(as(colleague), own())).rejects.toBeInstanceOf(Conflict)
  })

  it('tells who comes when nothing is left', async () => {
    await expect(takeNext(as(both), own({ shown: '2026-0001' }))).rejects.toMatchObject({
      constructor: Conflict,
      message: expect.stringContaining('没有您能取的件'),
    })
  })
})

async function addHandlerOf(name: string): Promise<Viewer> {
  const memberships = [{ role: 'handler' as const, divisionId: bureau.divisionIds[name] ?? '', unitId: null }]
  const userId = await addUser(
    bureau.founder,
    { login: randomUUID(), name: '社发承办', title: '科长', phone: '0', passwordHash: 'x', memberships },
    { now: businessNow, realNow },
  )
  return {
    bureauId: bureau.bureauId,
    userId,
    delegateId: null,
    letterId: null,
    name: '社发承办',
    memberships,
  }
}

describe('two who press at once', () => {
  it('are parted by the lock: the second waits, finds the first one taken, and gets the next', async () => {
    const [first, next] = [await assigned(), await assigned()]
    const inside = gate()
    const leave = gate()
    const winner = move(
      as(bureau.people.division_head),
      'division_accept',
      { proposalId: first },
      { handlerId: handlerId() },
      async () => {
        inside.open()
        await leave.opened
        return { result: null, changes: { handlerId: handlerId() } }
      },
    )
    await inside.opened
    const shown = (await row(first)).registerNo
    const loser = takeNext(as(both), own({ shown }))
    expect(await outcomeWithin(300, loser)).toBe('waiting')
    leave.open()
    await winner
    expect(await loser).toEqual({ registerNo: (await row(next)).registerNo, kind: 'accept', wasShown: false })
    expect(await row(first)).toMatchObject({ handlerId: handlerId() })
    expect(await row(next)).toMatchObject({ handlerId: both.userId })
    expect([await acceptsOf(first), await acceptsOf(next)]).toEqual([1, 1])
  })

  it('or one tells the other that nothing is left', async () => {
    const only = await assigned()
    const inside = gate()
    const leave = gate()
    const winner = move(
      as(bureau.people.division_head),
      'division_accept',
      { proposalId: only },
      { handlerId: handlerId() },
      async () => {
        inside.open()
        await leave.opened
        return { result: null, changes: { handlerId: handlerId() } }
      },
    )
    await inside.opened
    const loser = takeNext(as(both), own())
    expect(await outcomeWithin(300, loser)).toBe('waiting')
    leave.open()
    await winner
    await expect(loser).rejects.toBeInstanceOf(Conflict)
  })
})

describe('the same form pressed again', () => {
  it('takes no second one, one after the other or at once', async () => {
    const last = await assigned()
    const command = as(both)
    const once = await takeNext(command, own())
    expect(await takeNext(command, own())).toEqual(once)
    const [first, next] = [await assigned(), await assigned()]
    expect(await takeNext(command, own())).toEqual(once)
    const pressedTwice = as(both)
    const [a, b] = await Promise.all([takeNext(pressedTwice, own()), takeNext(pressedTwice, own())])
    expect(a).toEqual(b)
    expect([await acceptsOf(last), await acceptsOf(first), await acceptsOf(next)]).toEqual([1, 1, 0])
  })

  it('with another handler is a conflict that shows what was done', async () => {
    const id = await assigned()
    await assigned()
    const command = as(bureau.people.division_head)
    await takeNext(command, own({ handlerId: handlerId() }))
    const { registerNo } = await row(id)
    await expect(takeNext(command, own({ handlerId: second.userId }))).rejects.toMatchObject({
      constructor: Conflict,
      firstResult: { registerNo },
    })
    expect(await row(id)).toMatchObject({ handlerId: handlerId() })
  })

  it('that was refused may be pressed again with what was missing', async () => {
    const id = await inHandling(bureau)
    expect(await row(id)).toMatchObject({ state: 'handling' })
    const waiting = await assigned()
    const command = as(bureau.people.division_head)
    await expect(
      takeNext(command, own({ handlerId: bureau.people.registrar.userId })),
    ).rejects.toBeInstanceOf(Invalid)
    await takeNext(command, own({ handlerId: second.userId }))
    expect(await row(waiting)).toMatchObject({ handlerId: second.userId })
  })
})
