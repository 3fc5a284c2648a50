import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { approveStep } from '~/domain/clearance/approve-step.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { chaseOpenWork } from '~/domain/notices/chase-open-work.server'
import { deliverOutbox } from '~/domain/notices/deliver-outbox.server'
import { openNotice, markAllRead } from '~/domain/notices/mark-read.server'
import { setPreferences, readPreferences } from '~/domain/notices/preferences.server'
import { readInbox } from '~/domain/notices/read-inbox.server'
import { houseOf, type Viewer } from '~/domain/people/viewer'
import { NotFound } from '~/domain/refusals'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { urgeProposal } from '~/domain/urging/urge-proposal.server'
import { urgeRequest } from '~/domain/urging/urge-request.server'
import { isWatching, unwatchProposal, watchProposal } from '~/domain/watching/watch-proposal.server'
import {
  approveAll,
  as,
  businessNow,
  drafted,
  inHandling,
  openBureau,
  replyOf,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
const office = { sendsMail: true, origin: 'https://fuhan.example' }
let bureau: Bureau
let neighbour: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
}, 60_000)

const later = (days: number) => new Date(businessNow.getTime() + days * 86_400_000)
const deliver = (now = businessNow) => deliverOutbox(bureau.bureauId, now, office)

/** What a person was told about one proposal, newest last. */
async function told(viewer: Viewer, proposalId: string): Promise<string[]> {
  return await asViewer(viewer, async (tx) => {
    const rows = await tx.execute<{ line: string }>(
      sql`select line from notice where proposal_id = ${proposalId} and user_id = ${viewer.userId} order by outbox_id`,
    )
    return [...rows].map((row) => row.line.replace(/^.*?：/, ''))
  })
}

const ask = (proposalId: string) =>
  sendRequest(as(bureau.people.handler), { proposalId }, {
    unitId: bureau.unitIds['市财政局'] ?? '', divisionId: null, question: '请提意见', dueOn: null,
  }) // prettier-ignore

describe('the outbox', () => {
  it('tells each whose turn it is, once, however often it is delivered', async () => {
    const proposalId = await inHandling(bureau)
    await Promise.all([deliver(), deliver()])
    await deliver()
    expect(await told(bureau.people.division_head, proposalId)).toEqual([
      '已分到您的处室，请签收并确定承办人。',
    ])
    expect(await told(bureau.people.handler, proposalId)).toEqual(['处室已签收，由您承办。'])
    expect(await told(bureau.people.other_head, proposalId)).toEqual([])
  })

  it('tells the unit asked, and the handler of its answer; the unit gets its own page', async () => {
    const proposalId = await inHandling(bureau)
    const { requestId } = await ask(proposalId)
    const opinion = { isNoObjection: true, text: '', docNo: '', contactName: '', contactPhone: '' }
    await answerRequest(as(bureau.people.finance), { proposalId, requestId }, opinion)
    await deliver()
    expect(await told(bureau.people.finance, proposalId)).toEqual(['请您单位会办，请签收并按期提出意见。'])
    expect(await told(bureau.people.education, proposalId)).toEqual([])
    expect(await told(bureau.people.handler, proposalId)).toContain('收到一份会办意见，请审看。')
    const { notices } = await readInbox(bureau.people.finance, { unreadOnly: false, after: null })
    expect(notices.map((n) => n.href)).toContain(`/asked/${requestId}`)
  })

  it('tells only those whose step an approval opened', async () => {
    const work = await drafted(bureau)
    await submitForClearance(as(bureau.people.handler), work)
    await deliver()
    expect(await told(bureau.people.division_head, work.proposalId)).toContain('答复稿已送审，请您审核。')
    await approveAll(bureau, work, 'office_reviewer')
    await deliver()
    const reviewers = ['office_reviewer', 'secrecy_reviewer', 'openness_reviewer'] as const
    for (const role of reviewers)
      expect(await told(bureau.people[role], work.proposalId), role).toEqual(['轮到您审核签发。'])
    const approve = async (
      role: 'office_reviewer' | 'secrecy_reviewer' | 'openness_reviewer' | 'deputy',
      day: number,
    ) => {
      const { row, steps } = await replyOf(bureau.people.handler, work.proposalId)
      const stepId = steps.find((s) => s.role === role && s.state === 'open')?.id ?? ''
      await approveStep(as(bureau.people[role], { now: later(day) }), work, {
        stepId,
        hash: row.frozenHash ?? '',
      })
    }
    await approve('office_reviewer', 1)
    await deliver(later(1))
    for (const role of reviewers)
      expect(await told(bureau.people[role], work.proposalId), role).toHaveLength(1)
    expect(await told(bureau.people.deputy, work.proposalId)).toEqual([])
    await approve('secrecy_reviewer', 2)
    await approve('openness_reviewer', 3)
    await approve('deputy', 4)
    await deliver(later(5))
    expect(await told(bureau.people.director, work.proposalId)).toEqual(['轮到您审核签发。'])
  })

  it('writes nothing for a command that was refused', async () => {
    const proposalId = await inHandling(bureau)
    await deliver()
    await expect(closeProposal(as(bureau.people.coordinator), { proposalId })).rejects.toThrow()
    expect(await deliver()).toBe(0)
  })
})

describe('watching', () => {
  it('brings every notice of the proposal until it ends, but not one’s own acts', async () => {
    const proposalId = await inHandling(bureau)
    const { supervisor, coordinator } = bureau.people
    await deliver()
    await watchProposal(as(supervisor), { proposalId })
    await watchProposal(as(coordinator), { proposalId })
    expect(await isWatching(supervisor, proposalId)).toBe(true)
    await flagKey(as(coordinator), { proposalId }, { reason: '市领导批示' })
    await deliver()
    expect(await told(supervisor, proposalId)).toEqual(['已列为重点件。'])
    expect(await told(coordinator, proposalId)).toEqual([])
    await unwatchProposal(as(supervisor), { proposalId })
    await ask(proposalId)
    await deliver()
    expect(await told(supervisor, proposalId)).toHaveLength(1)
    expect(await told(coordinator, proposalId)).toEqual(['请您单位会办，请签收并按期提出意见。'])
  })
})

describe('催办 by hand', () => {
  it('of a proposal needs a reason and tells handler and division', async () => {
    const proposalId = await inHandling(bureau)
    await expect(
      urgeProposal(as(bureau.people.supervisor), { proposalId }, { reason: ' ' }),
    ).rejects.toThrow()
    await expect(urgeProposal(as(bureau.people.handler), { proposalId }, { reason: '急' })).rejects.toThrow()
    await urgeProposal(as(bureau.people.supervisor), { proposalId }, { reason: '临近答复期限' })
    await deliver()
    for (const role of ['handler', 'division_head'] as const)
      expect((await told(bureau.people[role], proposalId)).at(-1)).toBe('催办：请抓紧办理。')
  })

  it('of a request tells the unit and numbers each urging of the proposal', async () => {
    const proposalId = await inHandling(bureau)
    const { requestId } = await ask(proposalId)
    await urgeRequest(as(bureau.people.handler), { proposalId, requestId }, { reason: '请于周五前' })
    await urgeRequest(as(bureau.people.coordinator), { proposalId, requestId })
    await deliver()
    expect((await told(bureau.people.finance, proposalId)).slice(1)).toEqual(
      Array.from({ length: 2 }, () => '催办：请抓紧提出会办意见。'),
    )
    const rows = await asViewer(bureau.people.handler, (tx) =>
      tx.execute<{ n: number }>(sql`select n from urging where proposal_id = ${proposalId} order by n`),
    )
    expect([...rows].map((r) => r.n)).toEqual([1, 2])
  })
})

describe('the nightly chase', () => {
  it('sends each step once over missed nights, and nothing for what is done', async () => {
    const owing = await inHandling(bureau)
    const { requestId } = await ask(owing)
    const done = await inHandling(bureau)
    const asked = await ask(done)
    const opinion = { isNoObjection: true, text: '', docNo: '', contactName: '', contactPhone: '' }
    await answerRequest(as(bureau.people.finance), { proposalId: done, ...asked }, opinion)
    await deliver()
    const before = (await told(bureau.people.finance, owing)).length
    expect(requestId).toBeTruthy()
    // Every night until the first step, then two nights missed, then twice in one night, at the same time.
    for (const day of [1, 10, 26]) await chaseOpenWork(bureau.bureauId, later(day))
    await Promise.all([chaseOpenWork(bureau.bureauId, later(45)), chaseOpenWork(bureau.bureauId, later(45))])
    expect(await chaseOpenWork(bureau.bureauId, later(45))).toBe(0)
    await deliver(later(45))
    expect((await told(bureau.people.finance, owing)).slice(before)).toEqual([
      '会办意见快到期，请按期提出。',
      '会办意见已逾期，请转报本单位负责人。',
    ])
    expect(await told(bureau.people.supervisor, owing)).toEqual(['会办意见逾期较久，请督办。'])
    expect((await told(bureau.people.finance, done)).filter((line) => line.includes('期'))).toEqual([
      '请您单位会办，请签收并按期提出意见。',
    ])
  })

  it('says the same however many nights were missed', async () => {
    const [every, one] = [await inHandling(bureau), await inHandling(bureau)]
    await ask(every)
    await ask(one)
    await deliver()
    for (let day = 46; day < 60; day++) await chaseOpenWork(bureau.bureauId, later(day))
    await deliver(later(60))
    expect(await told(bureau.people.finance, every)).toEqual(await told(bureau.people.finance, one))
  })
})

describe('the inbox', () => {
  it('marks read one by one and all that was shown', async () => {
    const { handler } = bureau.people
    const { notices, unread } = await readInbox(handler, { unreadOnly: true, after: null })
    expect(unread).toBeGreaterThan(3)
    const [first] = notices
    expect(await openNotice(handler, first?.id ?? '', businessNow)).toBe(first?.href)
    expect((await readInbox(handler, { unreadOnly: true, after: null })).unread).toBe(unread - 1)
    await markAllRead(handler, later(100), later(100))
    expect((await readInbox(handler, { unreadOnly: true, after: null })).unread).toBe(0)
  })

  it('is nobody else’s', async () => {
    const { notices } = await readInbox(bureau.people.handler, { unreadOnly: false, after: null })
    for (const other of [bureau.people.division_head, bureau.people.audit_admin, bureau.founder, neighbour.people.handler]) {
      await expect(openNotice(other, notices[0]?.id ?? '', businessNow)).rejects.toBeInstanceOf(NotFound)
      const rows = await asViewer(other, (tx) =>
        tx.execute(sql`select * from notice where user_id = ${bureau.people.handler.userId}`),
      )
      expect([...rows], other.name).toEqual([])
    }
  }) // prettier-ignore

  it('pages by keyset without loss or repetition', async () => {
    const seen: string[] = []
    for (let after = null as Parameters<typeof readInbox>[1]['after']; ;) {
      const page = await readInbox(bureau.people.division_head, { unreadOnly: false, after })
      seen.push(...page.notices.map((n) => n.id))
      if (!page.next) break
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    const [{ n } = { n: 0 }] = await asViewer(bureau.people.division_head, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::integer as n from notice`),
    )
    expect(seen).toHaveLength(n)
  })
})

describe('preferences', () => {
  it('are one’s own and nobody else’s', async () => {
    const wanted = { email: 'a@fuhan.example', wantsSms: false, timings: { turn: 'digest', co_handling: 'none', chase: 'now', outcome: 'now', watched: 'none' } } as const // prettier-ignore
    await setPreferences(bureau.people.deputy, wanted)
    expect(await readPreferences(bureau.people.deputy)).toEqual(wanted)
    for (const other of [bureau.people.director, bureau.founder, neighbour.people.deputy])
      for (const table of ['notice_preference', 'notice_address'])
        expect(
          [...(await asViewer(other, (tx) => tx.execute(sql.raw(`select * from ${table} where user_id = '${bureau.people.deputy.userId}'`))))],
          `${other.name} ${table}`,
        ).toEqual([]) // prettier-ignore
  })
})

describe('the house at work', () => {
  it('reads no draft, opinion, contact or delegate, and sees no neighbour', async () => {
    const secret = ['ask', 'sponsor', 'delegate', 'delegate_contact', 'contact', 'opinion', 'revision', 'remark', 'letter'] // prettier-ignore
    for (const table of secret) {
      const rows = await asViewer(houseOf(bureau.bureauId), (tx) =>
        tx.execute(sql.raw(`select * from ${table}`)),
      )
      expect([...rows], table).toEqual([])
    }
    const items = await asViewer(houseOf(neighbour.bureauId), (tx) =>
      tx.execute(sql`select id from proposal`),
    )
    expect([...items]).toEqual([])
  })

  it('moves nothing', async () => {
    const moving = asViewer(houseOf(bureau.bureauId), (tx) =>
      tx.execute(sql`update proposal set priority = 'key'`),
    )
    await expect(moving).rejects.toThrow()
  })

  it('is no part a person can play: his own settings give him none of its rows', async () => {
    for (const table of ['message', 'chase_taken', 'job_run', 'outbox'])
      for (const person of [bureau.people.coordinator, bureau.founder, bureau.people.audit_admin]) {
        const rows = await asViewer(person, (tx) => tx.execute(sql.raw(`select * from ${table}`)))
        expect([...rows], `${person.name} ${table}`).toEqual([])
      }
  })
})
