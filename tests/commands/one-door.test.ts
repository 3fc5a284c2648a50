import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { commandKey, event } from '~/db/schema/log'
import { proposal } from '~/db/schema/proposal'
import { clearanceStep } from '~/db/schema/reply'
import { allocate } from '~/domain/allocation/allocate.server'
import { approveStep } from '~/domain/clearance/approve-step.server'
import { returnForAmendment } from '~/domain/clearance/return-for-amendment.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { cancelRequest } from '~/domain/co-handling/settle-request.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { move } from '~/domain/proposal/move.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { outcomeWithin, gate } from '../support/gate'
import { as, drafted, openBureau, registered, registrationOf, replyOf, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
})

const row = (id: string) =>
  asViewer(
    bureau.people.coordinator,
    async (tx) => (await tx.select().from(proposal).where(eq(proposal.id, id)))[0],
  )
const eventsOf = (id: string) =>
  asViewer(bureau.people.coordinator, (tx) =>
    tx.select().from(event).where(eq(event.proposalId, id)).orderBy(event.sequence),
  )

describe('the same key', () => {
  it('and input give the first result and one event', async () => {
    const command = as(bureau.people.registrar)
    const input = registrationOf(bureau)
    const first = await registerProposal(command, input)
    expect(await registerProposal(command, input)).toEqual(first)
    expect(await eventsOf(first.proposalId)).toHaveLength(1)
  })

  it('with other input is a conflict that shows the first result', async () => {
    const command = as(bureau.people.registrar)
    const first = await registerProposal(command, registrationOf(bureau))
    const again = registerProposal(command, registrationOf(bureau, { subject: '改过的案由' }))
    await expect(again).rejects.toMatchObject({ constructor: Conflict, firstResult: first })
  })

  it('counts per person: another’s key is another key', async () => {
    const key = 'same-key-of-two-people'
    const id = await registered(bureau)
    await submitForTriage(as(bureau.people.registrar, { key }), { proposalId: id })
    await allocate(
      as(bureau.people.coordinator, { key }),
      { proposalId: id },
      { divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'sole', leadUnitId: null },
    )
    expect((await row(id))?.state).toBe('assigned')
  })

  it('pressed twice at once makes one event', async () => {
    const id = await registered(bureau)
    const command = as(bureau.people.registrar)
    const both = await Promise.all([
      submitForTriage(command, { proposalId: id }),
      submitForTriage(command, { proposalId: id }),
    ])
    expect(both).toEqual([null, null])
    expect((await eventsOf(id)).map((e) => e.kind)).toEqual(['register', 'submit_for_triage'])
  })
})

describe('a refusal', () => {
  it('stores nothing: no event, no key, no change', async () => {
    const id = await registered(bureau)
    const command = as(bureau.people.coordinator)
    await expect(flagKey(command, { proposalId: id }, { reason: ' ' })).rejects.toBeInstanceOf(Invalid)
    await expect(submitForTriage(command, { proposalId: id })).rejects.toBeInstanceOf(Refused)
    expect(await eventsOf(id)).toHaveLength(1)
    const keys = await asViewer(bureau.people.coordinator, (tx) =>
      tx.select().from(commandKey).where(eq(commandKey.key, command.key)),
    )
    expect(keys).toEqual([])
    expect(await row(id)).toMatchObject({ version: 1, sequence: 1, state: 'registered' })
  })

  it('rolls back the work when anything after it fails', async () => {
    const id = await registered(bureau)
    const command = as(bureau.people.registrar)
    const failing = move(command, 'record_asks', { proposalId: id }, {}, async (tx, f) => {
      await tx.update(proposal).set({ subject: '不该留下' }).where(eq(proposal.id, f.proposal.id))
      throw new Error('power cut')
    })
    await expect(failing).rejects.toThrow('power cut')
    expect((await row(id))?.subject).not.toBe('不该留下')
  })

  it('of what one may not see looks like absence', async () => {
    const id = await registered(bureau)
    await expect(
      recordAsks(as(bureau.people.other_head), { proposalId: id }, { asks: ['x'] }),
    ).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a stale page', () => {
  it('is told what changed instead of overwriting it', async () => {
    const id = await registered(bureau)
    await submitForTriage(as(bureau.people.registrar), { proposalId: id, expectedVersion: 1 })
    const late = voidProposal(
      as(bureau.people.registrar),
      { proposalId: id, expectedVersion: 1 },
      { reason: '误登' },
    )
    await expect(late).rejects.toMatchObject({
      constructor: Conflict,
      changed: [{ who: 'registrar', sentence: '核对登记内容，转入研判' }],
    })
    expect((await row(id))?.state).toBe('triage')
  })

  it('is no conflict when only work beside the state was added', async () => {
    const id = await registered(bureau)
    await recordAsks(as(bureau.people.registrar), { proposalId: id }, { asks: ['一'] })
    await recordAsks(as(bureau.people.registrar), { proposalId: id }, { asks: ['一', '二'] })
    await submitForTriage(as(bureau.people.registrar), { proposalId: id, expectedVersion: 1 })
    expect(await row(id)).toMatchObject({ state: 'triage', version: 2, sequence: 4 })
  })
})

describe('two at once', () => {
  it('wait for the lock: the second judges what the first left', async () => {
    const id = await registered(bureau)
    const inside = gate()
    const leave = gate()
    const first = move(as(bureau.people.registrar), 'submit_for_triage', { proposalId: id }, {}, async () => {
      inside.open()
      await leave.opened
      return { result: null }
    })
    await inside.opened
    const second = submitForTriage(as(bureau.people.registrar), { proposalId: id })
    expect(await outcomeWithin(300, second)).toBe('waiting')
    leave.open()
    await first
    await expect(second).rejects.toBeInstanceOf(Refused)
    expect((await eventsOf(id)).filter((e) => e.kind === 'submit_for_triage')).toHaveLength(1)
  })

  it('approving while a return commits: the loser is told who returned it', async () => {
    const item = await drafted(bureau)
    const { people } = bureau
    await submitForClearance(as(people.handler), item)
    const before = await replyOf(people.handler, item.proposalId)
    const version = (await row(item.proposalId))?.version ?? 0
    const step = before.steps.find((s) => s.state === 'open')
    const decision = {
      stepId: step?.id ?? '',
      hash: before.row.frozenHash ?? '',
      shownState: 'clearance open',
    }
    await returnForAmendment(
      as(people.division_head),
      { ...item, expectedVersion: version },
      { ...decision, reason: '再改', remarks: [{ quote: '已经办理', text: '写实' }] },
    )
    const late = approveStep(as(people.division_head), { ...item, expectedVersion: version }, decision)
    await expect(late).rejects.toMatchObject({ constructor: Conflict })
    const after = await asViewer(people.handler, (tx) =>
      tx
        .select()
        .from(clearanceStep)
        .where(and(eq(clearanceStep.replyId, item.replyId), eq(clearanceStep.state, 'approved'))),
    )
    expect(after).toEqual([])
  })

  it('two opinions asked of one unit are one request', async () => {
    const item = await drafted(bureau)
    const asked = {
      unitId: bureau.unitIds['市财政局'] ?? '',
      divisionId: null,
      question: '请提意见',
      dueOn: null,
    }
    await sendRequest(as(bureau.people.handler), { proposalId: item.proposalId }, asked)
    await expect(
      sendRequest(as(bureau.people.handler), { proposalId: item.proposalId }, asked),
    ).rejects.toMatchObject({ problems: [{ field: 'unitId' }] })
  })
})

describe('a co-handler whose request was cancelled', () => {
  it('can be asked again', async () => {
    const item = await drafted(bureau)
    const asked = {
      unitId: bureau.unitIds['市财政局'] ?? '',
      divisionId: null,
      question: '请提意见',
      dueOn: null,
    }
    const { requestId } = await sendRequest(as(bureau.people.handler), { proposalId: item.proposalId }, asked)
    await cancelRequest(
      as(bureau.people.handler),
      { proposalId: item.proposalId, requestId },
      { reason: '问错了' },
    )
    await expect(
      sendRequest(as(bureau.people.handler), { proposalId: item.proposalId }, asked),
    ).resolves.toHaveProperty('requestId')
  })
})

describe('an official number', () => {
  it('is refused a second time in the same meeting, naming where it stands', async () => {
    const input = registrationOf(bureau, { officialNo: '0222' })
    const { registerNo } = await registerProposal(as(bureau.people.registrar), input)
    await expect(registerProposal(as(bureau.people.registrar), input)).rejects.toMatchObject({
      problems: [{ field: 'officialNo', message: expect.stringContaining(registerNo) }],
    })
  })

  it('keeps its zeros: 0222 and 222 are two numbers', async () => {
    await registerProposal(as(bureau.people.registrar), registrationOf(bureau, { officialNo: '0555' }))
    await registerProposal(as(bureau.people.registrar), registrationOf(bureau, { officialNo: '555' }))
  })

  it('is free again after the item was voided', async () => {
    const input = registrationOf(bureau, { officialNo: '0333' })
    const { proposalId } = await registerProposal(as(bureau.people.registrar), input)
    await voidProposal(as(bureau.people.registrar), { proposalId }, { reason: '误登' })
    await expect(registerProposal(as(bureau.people.registrar), input)).resolves.toMatchObject({
      registerNo: expect.any(String),
    })
  })

  it('registered twice at once is held by one', async () => {
    const input = registrationOf(bureau, { officialNo: '0777' })
    const both = await Promise.allSettled([
      registerProposal(as(bureau.people.registrar), input),
      registerProposal(as(bureau.people.registrar), input),
    ])
    expect(both.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
