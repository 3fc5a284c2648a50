import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { receipt } from '~/db/schema/after-the-letter'
import { request } from '~/db/schema/co-handling'
import { deadline, proposal } from '~/db/schema/proposal'
import type { Notice } from '~/domain/calendar/notice'
import { previewMoves } from '~/domain/calendar/preview-moves.server'
import { putInForce } from '~/domain/calendar/put-in-force.server'
import { inForceFor } from '~/domain/calendar/read-notices.server'
import type { Derivation } from '~/domain/deadlines/derivation'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { moveDeadlines } from '~/domain/deadlines/move-deadlines.server'
import { readMoves } from '~/domain/deadlines/read-moves.server'
import { rulebookFor } from '~/domain/deadlines/read-rulebook.server'
import { shippedCalendar, shippedNotices } from '~/domain/deadlines/shipped-calendar'
import { verifyLog } from '~/domain/log/verify-log.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { as, inHandling, openBureau, registered, signed, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
let admin: Viewer
beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  admin = bureau.founder
}, 60_000)

const noticeOf = async (year: number): Promise<Notice> => {
  const { notices } = await inForceFor(admin)
  return (
    notices.find((n) => n.year === year) ?? {
      year,
      title: `试${year}`,
      number: '',
      publishedOn: null,
      rest: {},
      work: {},
    }
  )
}

/** Puts the year's notice in force with more days off. */
async function withDaysOff(year: number, days: Record<string, string>) {
  const notice = await noticeOf(year)
  return { ...notice, number: '试函〔2026〕1号', rest: { ...notice.rest, ...days } }
}

const put = async (notices: Notice[]) => {
  const { stamp } = await inForceFor(admin)
  return await putInForce(as(admin), { basedOn: stamp, notices })
}

const replyDeadline = (proposalId: string) =>
  asViewer(bureau.people.coordinator, async (tx) => {
    const [row] = await tx
      .select()
      .from(deadline)
      .where(and(eq(deadline.proposalId, proposalId), eq(deadline.kind, 'reply')))
    if (!row) throw new Error('no reply deadline')
    return row
  })

const recounts = (proposalId: string) =>
  asViewer(bureau.people.coordinator, (tx) =>
    tx
      .select()
      .from(event)
      .where(and(eq(event.proposalId, proposalId), eq(event.kind, 'recount_deadline'))),
  )

const registerNoOf = (proposalId: string) =>
  asViewer(bureau.people.coordinator, async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.id, proposalId))
    return row?.registerNo ?? ''
  })

describe('the calendar in force', () => {
  it('begins as the shipped one, day for day', async () => {
    const { notices } = await inForceFor(admin)
    expect(notices.map(({ year, rest, work }) => ({ year, rest, work }))).toEqual(
      shippedNotices().map(({ year, rest, work }) => ({ year, rest, work })),
    )
    const { calendar } = await rulebookFor(bureau.people.handler)
    expect(calendar).toEqual(shippedCalendar())
  })

  it('is read by everybody and changed by nobody but a system administrator', async () => {
    for (const viewer of [nobody, bureau.people.finance, bureau.people.handler, neighbour.people.registrar])
      expect((await inForceFor(viewer)).notices).toHaveLength(23)
    const { stamp } = await inForceFor(admin)
    const notices = [await withDaysOff(2026, { '2026-06-02': '试' })]
    for (const person of Object.values(bureau.people)) {
      await expect(putInForce(as(person), { basedOn: stamp, notices }), person.name).rejects.toThrow(Refused)
      await expect(previewMoves(person, notices), person.name).rejects.toThrow(Refused)
      for (const statement of [
        `insert into calendar_edition (put_in_force_at) values ('2026-01-01')`,
        `insert into holiday_notice values (2027, ${stamp}, '试', '')`,
        `insert into noticed_day values (2026, ${stamp}, '2026-06-02', 'rest', '试')`,
      ])
        await expect(
          asViewer(person, (tx) => tx.execute(sql.raw(statement))),
          statement,
        ).rejects.toThrow()
    }
    for (const table of ['calendar_edition', 'holiday_notice', 'noticed_day'])
      await expect(
        asViewer(admin, (tx) => tx.execute(sql.raw(`delete from ${table}`))),
        table,
      ).rejects.toThrow()
    expect((await inForceFor(admin)).stamp).toBe(stamp)
  })

  it('is not changed by a notice that is none, changes nothing, or was made from an older one', async () => {
    const before = await inForceFor(admin)
    const good = await withDaysOff(2026, { '2026-06-02': '试' })
    const broken = [
      { ...good, rest: {} },
      { ...good, rest: { '2026-02-30': '试' } },
      { ...good, work: { ...good.work, '2026-06-03': '试' } },
      { ...good, title: '' },
      await noticeOf(2026),
    ]
    for (const notice of broken) await expect(put([notice]), JSON.stringify(notice)).rejects.toThrow(Invalid)
    await expect(putInForce(as(admin), { basedOn: before.stamp - 1, notices: [good] })).rejects.toThrow(
      Conflict,
    )
    expect((await inForceFor(admin)).stamp).toBe(before.stamp)
  })
})

describe('a revised notice', () => {
  let id: string
  let registerNo: string
  const notice = () => withDaysOff(2026, { '2026-06-02': '试行假' })

  beforeAll(async () => {
    id = await registered(bureau)
    await registered(neighbour)
    registerNo = await registerNoOf(id)
  })

  it('shows beforehand what it would move in this bureau: number, kind and days, no content', async () => {
    const preview = await previewMoves(admin, [await notice()])
    expect(preview).toMatchObject({ years: [2026], total: 1 })
    expect(preview.lines).toEqual([
      {
        id: (await replyDeadline(id)).id,
        registerNo,
        name: '答复',
        from: '2026-06-02',
        to: '2026-06-03',
        wasProvisional: false,
        isProvisional: false,
        before: '交办 3-2 → +3 个月 = 06-02',
        after: '交办 3-2 → +3 个月 = 06-02 → 顺延至 06-03：6-2 休',
      },
    ])
  })

  it('opens its door to the system administrator of the bureau alone', async () => {
    const door = sql`select register_no from fuhan_running_deadlines('2000-01-01', '2100-01-01', '{}')`
    const seenBy = (viewer: Viewer) => asViewer(viewer, async (tx) => [...(await tx.execute(door))].length)
    expect(await seenBy(admin)).toBeGreaterThan(0)
    for (const person of [nobody, ...Object.values(bureau.people)]) expect(await seenBy(person)).toBe(0)
    expect(await seenBy({ ...admin, bureauId: randomUUID() })).toBe(0)
  })

  it('moves nothing by itself', async () => {
    const before = await replyDeadline(id)
    const { stamp } = await put([await notice()])
    expect(stamp).toBeGreaterThan(1)
    expect(await replyDeadline(id)).toEqual(before)
    expect(await recounts(id)).toEqual([])
    const { calendar } = await rulebookFor(bureau.people.handler)
    expect(calendar).not.toEqual(shippedCalendar())
  })

  it('is what new terms are reckoned on from then on', async () => {
    expect((await replyDeadline(await registered(bureau))).dueOn).toBe('2026-06-03')
  })

  it('moves a deadline once the coordinator confirms it, with an event whose reason is the notice', async () => {
    const { coordinator } = bureau.people
    const { total, lines } = await readMoves(coordinator)
    expect([total, lines.map((l) => [l.registerNo, l.to])]).toEqual([1, [[registerNo, '2026-06-03']]])
    const ticked = lines.map((l) => ({ deadlineId: l.id, from: l.from, to: l.to }))
    const command = as(coordinator)
    expect(await moveDeadlines(command, ticked)).toEqual({ moved: 1 })
    expect(await moveDeadlines(command, ticked)).toEqual({ moved: 1 })
    const row = await replyDeadline(id)
    expect(row).toMatchObject({ dueOn: '2026-06-03', isProvisional: false })
    expect((JSON.parse(row.derivation) as Derivation).steps.map((s) => s.day)).toEqual([
      '2026-06-02',
      '2026-06-03',
    ])
    const events = await recounts(id)
    expect(events.map((e) => e.body.details)).toEqual([
      {
        kind: 'reply', name: '答复', from: '2026-06-02', to: '2026-06-03', provisional: false,
        reason: '国务院办公厅2026年部分节假日安排通知（试函〔2026〕1号）',
      },
    ]) // prettier-ignore
    expect(await readMoves(coordinator)).toEqual({ total: 0, lines: [] })
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })

  it('moves nothing for anybody else, nor what has changed since it was shown', async () => {
    await put([await withDaysOff(2026, { '2026-06-03': '试行假' })])
    const { coordinator, handler, director } = bureau.people
    const { lines } = await readMoves(coordinator)
    expect(lines.map((l) => l.to)).toEqual(['2026-06-04', '2026-06-04'])
    const ticked = lines.map((l) => ({ deadlineId: l.id, from: l.from, to: l.to }))
    await expect(moveDeadlines(as(director), ticked)).rejects.toThrow(Refused)
    await expect(moveDeadlines(as(handler), ticked)).rejects.toThrow(NotFound)
    await expect(moveDeadlines(as(neighbour.people.coordinator), ticked)).rejects.toThrow(NotFound)
    const [first, second] = ticked
    const stale = [{ ...first!, to: '2026-06-05' }, second!]
    await expect(moveDeadlines(as(coordinator), stale)).rejects.toThrow(Conflict)
    expect((await readMoves(coordinator)).lines.map((l) => l.id)).toEqual([first!.deadlineId])
  })
})

describe('the notice of a year that had none', () => {
  it('makes a provisional day certain once it is confirmed', async () => {
    const id = await registered(bureau, { assignedOn: '2026-10-09', receivedOn: '2026-10-09' })
    expect(await replyDeadline(id)).toMatchObject({ dueOn: '2027-01-11', isProvisional: true })
    await put([await withDaysOff(2027, { '2027-01-01': '元旦' })])
    const { coordinator } = bureau.people
    const { lines } = await readMoves(coordinator)
    const own = lines.filter((l) => l.name === '答复' && l.from === '2027-01-11')
    expect(own).toMatchObject([{ to: '2027-01-11', wasProvisional: true, isProvisional: false }])
    await moveDeadlines(as(coordinator), own.map((l) => ({ deadlineId: l.id, from: l.from, to: l.to }))) // prettier-ignore
    expect(await replyDeadline(id)).toMatchObject({ dueOn: '2027-01-11', isProvisional: false })
    expect((await recounts(id)).map((e) => e.body.details['reason'])).toEqual(['试2027（试函〔2026〕1号）'])
  })
})

describe('what others owe', () => {
  const dueOf = (viewer: Viewer, proposalId: string) =>
    asViewer(viewer, async (tx) => {
      const [opinion] = await tx.select().from(request).where(eq(request.proposalId, proposalId))
      const [answer] = await tx.select().from(receipt).where(eq(receipt.proposalId, proposalId))
      return opinion?.dueOn ?? answer?.dueOn
    })

  it('moves by the same notice, once it is confirmed; a rating stays its addressee’s', async () => {
    const { coordinator, handler, seal_clerk: clerk } = bureau.people
    const asking = await inHandling(bureau)
    const asked = {
      unitId: bureau.unitIds['市财政局'] ?? '',
      divisionId: null,
      question: '请提意见',
      dueOn: null,
    }
    await sendRequest(as(handler), { proposalId: asking }, asked)
    const byHand = await inHandling(bureau)
    await sendRequest(as(handler), { proposalId: byHand }, { ...asked, dueOn: '2026-04-15' })
    const issued = await signed(bureau)
    await issueLetter(as(clerk), issued, { isSealed: true })
    const before = await Promise.all([asking, byHand, issued.proposalId].map((id) => dueOf(coordinator, id)))
    expect(before).toEqual(['2026-04-20', '2026-04-15', '2026-04-20'])

    const notice = await withDaysOff(2026, { '2026-04-08': '试' })
    const names = (lines: { name: string; from: string; to: string }[]) =>
      lines.filter((l) => l.from === '2026-04-20').map((l) => [l.name, l.to])
    const lent = [
      ['会办意见', '2026-04-21'],
      ['回执', '2026-04-21'],
    ]
    expect(names((await previewMoves(admin, [notice])).lines)).toEqual(expect.arrayContaining(lent))
    await put([notice])
    const { lines } = await readMoves(coordinator)
    expect(names(lines)).toEqual(expect.arrayContaining(lent))
    const ticked = lines.map((l) => ({ deadlineId: l.id, from: l.from, to: l.to }))
    await moveDeadlines(as(coordinator), ticked)
    expect(await dueOf(coordinator, asking)).toBe('2026-04-21')
    expect(await dueOf(coordinator, issued.proposalId)).toBe('2026-04-21')
    expect(await dueOf(coordinator, byHand)).toBe('2026-04-15')
    expect((await recounts(asking)).map((e) => e.body.details['kind'])).toContain('opinion')
    await expect(
      asViewer(coordinator, (tx) => tx.update(receipt).set({ attitude: 'satisfied', state: 'received' })),
    ).rejects.toThrow()
    expect((await verifyLog(bureau.bureauId, null)).faults).toEqual([])
  })
})
