import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { event } from '~/db/schema/log'
import { deadline, proposal, proposalAccess } from '~/db/schema/proposal'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { correctFact } from '~/domain/deadlines/correct-fact.server'
import type { Derivation } from '~/domain/deadlines/derivation'
import { extendDeadline } from '~/domain/deadlines/extend-deadline.server'
import { pauseClock } from '~/domain/deadlines/pause-clock.server'
import { removeExtension } from '~/domain/deadlines/remove-extension.server'
import { resumeClock } from '~/domain/deadlines/resume-clock.server'
import { firstDifference, fold } from '~/domain/log/fold'
import { sentenceOf } from '~/domain/log/sentences'
import type { Viewer } from '~/domain/people/viewer'
import { findProposals } from '~/domain/proposal/find-proposals.server'
import { move } from '~/domain/proposal/move.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { gate, outcomeWithin } from '../support/gate'
import { as, inHandling, openBureau, signed, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let coordinator: Viewer
beforeAll(async () => {
  bureau = await openBureau()
  coordinator = bureau.people.coordinator
})

const on = (day: string, key?: string) =>
  as(coordinator, { now: new Date(`${day}T02:00:00Z`), ...(key ? { key } : {}) })
const paper = { reason: '需多方论证', approvalDocument: '云政办函〔2026〕3号' }

/** Assigned on 2026-03-02, received a day later: the reply is due on 06-02, the first contact on 03-31. */
const item = () => inHandling(bureau)

const read = (proposalId: string) =>
  asViewer(coordinator, async (tx) => {
    const deadlines = await tx.select().from(deadline).where(eq(deadline.proposalId, proposalId))
    const find = (kind: string) => {
      const found = deadlines.find((d) => d.kind === kind)
      if (!found) throw new Error(`no ${kind}`)
      return found
    }
    const [row] = await tx.select().from(proposal).where(eq(proposal.id, proposalId))
    const [access] = await tx.select().from(proposalAccess).where(eq(proposalAccess.proposalId, proposalId))
    const events = await tx
      .select()
      .from(event)
      .where(eq(event.proposalId, proposalId))
      .orderBy(event.sequence)
    return {
      reply: find('reply'), contact: find('contact'), row: { ...row }, nextDue: access?.dueOn, events,
      last: events.at(-1)?.body, pauses: await tx.select().from(pause).where(eq(pause.proposalId, proposalId)),
    } // prettier-ignore
  })

const stepsOf = (stored: string) => (JSON.parse(stored) as Derivation).steps.map((s) => [s.step, s.day])

async function extended(proposalId: string, amount: number) {
  const { reply } = await read(proposalId)
  return await extendDeadline(on('2026-03-20'), { proposalId }, { deadlineId: reply.id, amount, ...paper })
}

describe('extending a deadline', () => {
  it('counts from its start, keeps the derivation, refreshes the lists and logs both days', async () => {
    const proposalId = await item()
    await extended(proposalId, 1)
    const { reply, row, last, nextDue } = await read(proposalId)
    expect(reply.dueOn).toBe('2026-07-02')
    expect(stepsOf(reply.derivation)).toEqual([['amount', '2026-07-02']])
    expect(nextDue).toBe('2026-03-31')
    expect(row).toMatchObject({ state: 'handling' })
    expect(last && sentenceOf(last)).toBe(
      '答复延期 1 个月（答复 2026-06-02 → 2026-07-02）：需多方论证；批准文件：云政办函〔2026〕3号',
    )
  })

  it('beyond the profile’s cap is refused at the field and stores nothing', async () => {
    const proposalId = await item()
    await expect(extended(proposalId, 4)).rejects.toMatchObject({
      constructor: Invalid,
      problems: [{ field: 'amount' }],
    })
    expect((await read(proposalId)).reply.dueOn).toBe('2026-06-02')
    await extended(proposalId, 3)
    expect((await read(proposalId)).reply.dueOn).toBe('2026-09-02')
  })

  it('is taken back to the rule’s own day, once', async () => {
    const proposalId = await item()
    const { extensionId } = await extended(proposalId, 2)
    const remove = () =>
      removeExtension(on('2026-03-21'), { proposalId }, { extensionId, reason: '批准文件作废' })
    await remove()
    const { reply, last } = await read(proposalId)
    expect(reply.dueOn).toBe('2026-06-02')
    expect(last && sentenceOf(last)).toBe('撤销答复延期（答复 2026-08-03 → 2026-06-02）：批准文件作废')
    await expect(remove()).rejects.toBeInstanceOf(Refused)
    await extended(proposalId, 1)
    expect((await read(proposalId)).reply.dueOn).toBe('2026-07-02')
  })

  it('twice with the same key is one extension', async () => {
    const proposalId = await item()
    const { reply } = await read(proposalId)
    const command = on('2026-03-20')
    const input = { deadlineId: reply.id, amount: 1, ...paper }
    const both = await Promise.all([
      extendDeadline(command, { proposalId }, input),
      extendDeadline(command, { proposalId }, input),
    ])
    expect(both[0]).toEqual(both[1])
    expect((await read(proposalId)).events.filter((e) => e.kind === 'extend')).toHaveLength(1)
  })

  it('by two at once: the second waits for the lock and finds it extended', async () => {
    const proposalId = await item()
    const { reply } = await read(proposalId)
    const inside = gate()
    const leave = gate()
    const first = move(on('2026-03-20'), 'log_contact', { proposalId }, {}, async () => {
      inside.open()
      await leave.opened
      return { result: null }
    })
    await inside.opened
    const input = { deadlineId: reply.id, amount: 1, ...paper }
    const waiting = [
      extendDeadline(on('2026-03-20'), { proposalId }, input),
      extendDeadline(on('2026-03-20'), { proposalId }, input),
    ]
    const outcomes = Promise.allSettled(waiting)
    expect(await outcomeWithin(300, outcomes)).toBe('waiting')
    leave.open()
    await first
    expect((await outcomes).map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('pausing the proposal', () => {
  it('stops its own deadlines, leaves what others were asked, and gives the days back when resumed', async () => {
    const proposalId = await item()
    const asked = { unitId: bureau.unitIds['市财政局'] ?? '', divisionId: null, question: '请提意见', dueOn: null } // prettier-ignore
    await sendRequest(as(bureau.people.handler), { proposalId }, asked)
    const owed = () =>
      asViewer(coordinator, (tx) => tx.select().from(request).where(eq(request.proposalId, proposalId)))
    const [before] = await owed()

    await pauseClock(on('2026-03-25'), { proposalId }, { pausedOn: '2026-03-24', reason: '等上级政策' })
    const paused = await read(proposalId)
    expect([paused.reply.dueOn, paused.contact.dueOn]).toEqual(['2026-06-02', '2026-03-31'])
    expect((JSON.parse(paused.reply.derivation) as Derivation).isStopped).toBe(true)
    expect(paused.nextDue).toBe(before?.dueOn)
    expect(await owed()).toEqual([before])
    expect(paused.row).toMatchObject({ state: 'handling' })

    await resumeClock(on('2026-04-07'), { proposalId }, { resumedOn: '2026-04-07', reason: '政策已出台' })
    const resumed = await read(proposalId)
    // Fourteen calendar days for the reply; nine working days for the contact (03-24 to 04-06, of which 04-06 is 清明).
    expect(stepsOf(resumed.reply.derivation)).toEqual([
      ['amount', '2026-06-02'],
      ['pause', '2026-06-16'],
    ])
    expect(resumed.contact.dueOn).toBe('2026-04-14')
    expect(resumed.nextDue).toBe('2026-04-14')
    expect(await owed()).toEqual([before])
    expect(resumed.last && sentenceOf(resumed.last)).toContain('自 2026-04-07 恢复计时（')
    expect(resumed.last && sentenceOf(resumed.last)).toContain('答复 2026-06-02 → 2026-06-16')
  })

  it('with an extension counts both, in whatever order they were ordered', async () => {
    const proposalId = await item()
    await pauseClock(on('2026-03-10'), { proposalId }, { pausedOn: '2026-03-10', reason: '等上级政策' })
    const { extensionId } = await extended(proposalId, 1)
    await resumeClock(on('2026-03-21'), { proposalId }, { resumedOn: '2026-03-21', reason: '政策已出台' })
    expect(stepsOf((await read(proposalId)).reply.derivation)).toEqual([
      ['amount', '2026-07-02'],
      ['pause', '2026-07-13'],
    ])
    await removeExtension(on('2026-03-22'), { proposalId }, { extensionId, reason: '不需要了' })
    expect(stepsOf((await read(proposalId)).reply.derivation)[1]).toEqual(['pause', '2026-06-13'])
  })

  it('makes it neither late nor first in the list, and the list says so', async () => {
    const proposalId = await item()
    await pauseClock(on('2026-03-25'), { proposalId }, { pausedOn: '2026-03-25', reason: '等上级政策' })
    const { registerNo = '' } = (await read(proposalId)).row
    const late = await findProposals(coordinator, { q: registerNo, due: 'late' }, '2026-12-01')
    expect(late.rows).toEqual([])
    const { rows } = await findProposals(coordinator, { q: registerNo }, '2026-12-01')
    expect(rows).toMatchObject([{ isPaused: true, isExtended: false, clock: { left: { kind: 'hold' } } }])
    expect(rows[0]?.basis).toContain('暂停中，恢复后顺延')
  })

  it('a second time, before it is resumed, is refused; resumed twice too', async () => {
    const proposalId = await item()
    const stop = () => pauseClock(on('2026-03-25'), { proposalId }, { pausedOn: '2026-03-25', reason: '等' })
    const go = () =>
      resumeClock(on('2026-03-26'), { proposalId }, { resumedOn: '2026-03-26', reason: '好了' })
    await stop()
    await expect(stop()).rejects.toBeInstanceOf(Refused)
    await go()
    await expect(go()).rejects.toBeInstanceOf(Refused)
    await stop()
    expect((await read(proposalId)).pauses).toHaveLength(2)
  })

  it('keeps the letter from being issued until it is resumed', async () => {
    const ready = await signed(bureau)
    await pauseClock(on('2026-03-20'), ready, { pausedOn: '2026-03-20', reason: '等上级政策' })
    const issue = () => issueLetter(as(bureau.people.seal_clerk), ready, { isSealed: true })
    await expect(issue()).rejects.toMatchObject({ reasons: [{ code: 'CLOCK_RUNS' }] })
    await resumeClock(on('2026-03-20'), ready, { resumedOn: '2026-03-20', reason: '可以答复' })
    await issue()
  })
})

describe('correcting a recorded day', () => {
  it('moves what it started as the preview said, and folding the log still gives the row', async () => {
    const proposalId = await item()
    await extended(proposalId, 1)
    const { reply, contact } = await read(proposalId)
    const seen = `${reply.id} 2026-07-02 2026-07-03`
    const wrong = { fact: 'assigned', day: '2026-03-03', reason: '交办单写的是3日' } as const
    await expect(
      correctFact(on('2026-03-21'), { proposalId }, { ...wrong, seen: `${reply.id} 2026-06-02 2026-06-03` }),
    ).rejects.toBeInstanceOf(Conflict)
    await correctFact(on('2026-03-21'), { proposalId }, { ...wrong, seen })
    const after = await read(proposalId)
    expect(after.reply).toMatchObject({ startOn: '2026-03-03', dueOn: '2026-07-03' })
    expect(after.contact).toEqual(contact)
    expect(after.row).toMatchObject({ assignedOn: '2026-03-03', receivedOn: '2026-03-03' })
    expect(after.last && sentenceOf(after.last)).toBe(
      '更正交办日期：2026-03-02 → 2026-03-03（答复 2026-07-02 → 2026-07-03）：交办单写的是3日',
    )
    const said = fold(after.events.map((e) => e.body))
    expect(said.proposal).toMatchObject({ assignedOn: '2026-03-03' })
    expect(firstDifference(after.row, said.proposal)).toBeNull()
    expect(said).toMatchObject({ sequence: after.row.sequence, version: after.row.version })
  })

  it('is for the registrar too, and for nobody who cannot see the proposal', async () => {
    const proposalId = await item()
    const { contact } = await read(proposalId)
    const input = { fact: 'received', day: '2026-03-02', reason: '收文戳是2日', seen: `${contact.id} 2026-03-31 2026-03-30` } as const // prettier-ignore
    const by = (viewer: Viewer) => correctFact(as(viewer), { proposalId }, input)
    await expect(by(bureau.people.other_head)).rejects.toBeInstanceOf(NotFound)
    await expect(by(bureau.people.handler)).rejects.toBeInstanceOf(Refused)
    await by(bureau.people.registrar)
    expect((await read(proposalId)).contact.dueOn).toBe('2026-03-30')
  })
})

describe('the walls', () => {
  it('show a pause and an extension to the bureau and to oversight, and let nobody delete one', async () => {
    const proposalId = await item()
    await extended(proposalId, 1)
    await pauseClock(on('2026-03-25'), { proposalId }, { pausedOn: '2026-03-25', reason: '等上级政策' })
    const seenBy = (viewer: Viewer, table: string) =>
      asViewer(
        viewer,
        async (tx) =>
          [...(await tx.execute(sql.raw(`select 1 from ${table} where proposal_id = '${proposalId}'`)))]
            .length,
      )
    for (const table of ['pause', 'extension']) {
      for (const viewer of [coordinator, bureau.people.handler, bureau.people.supervisor])
        expect(await seenBy(viewer, table), `${viewer.name} ${table}`).toBe(1)
      for (const viewer of [bureau.people.other_head, bureau.people.finance, bureau.people.audit_admin])
        expect(await seenBy(viewer, table), `${viewer.name} ${table}`).toBe(0)
      await expect(
        asViewer(coordinator, (tx) => tx.execute(sql.raw(`delete from ${table}`))),
        table,
      ).rejects.toThrow()
    }
    await asViewer(bureau.people.supervisor, (tx) => tx.execute(sql`update pause set resumed_on = paused_on`))
    expect((await read(proposalId)).pauses).toMatchObject([{ resumedOn: null }])
  })
})
