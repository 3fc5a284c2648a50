import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { returnOpinion } from '~/domain/co-handling/settle-request.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import type { Viewer } from '~/domain/people/viewer'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { demoViewer, onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as } from '../support/story'

let house: RunningHouse
let handler: Viewer
let registrar: Viewer
let coordinator: Viewer
let head: Viewer
let meetingId: string

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
  handler = await demoViewer(house.superuserUrl, 'chengban')
  registrar = await demoViewer(house.superuserUrl, 'dengji')
  coordinator = await demoViewer(house.superuserUrl, 'zonghe')
  head = await demoViewer(house.superuserUrl, 'chuzhang')
  meetingId = await onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from meeting where track = 'cppcc'`
    return row?.id ?? ''
  })
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const today = (viewer: Viewer) => as(viewer, { now: new Date(), realNow: new Date() })

/** One more proposal in handling. */
async function inHandling(): Promise<string> {
  const { proposalId } = await registerProposal(today(registrar), {
    track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12), subject: '关于会办的提案',
    text: '正文', sponsorKind: 'individual', sponsors: ['段长风'], assigningUnitId: null, receivedOn: '2026-11-02',
    assignedOn: '2026-11-02', isWide: false, priority: 'normal',
  }) // prettier-ignore
  await submitForTriage(today(registrar), { proposalId })
  const divisionId = head.memberships[0]?.divisionId ?? ''
  const allocation = { divisionId, handlingRole: 'lead' as const, leadUnitId: null }
  await allocate(today(coordinator), { proposalId }, allocation)
  await acceptInDivision(today(head), { proposalId }, { handlerId: handler.userId ?? '' })
  return proposalId
}

const unitId = (shortName: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from unit where short_name = ${shortName}`
    return row?.id ?? ''
  })

/** Asks 市财政局 and 市教委 about one more proposal. */
async function asked() {
  const proposalId = await inHandling()
  const ask = async (name: string) => {
    const given = { unitId: await unitId(name), divisionId: null, question: `请${name}会办`, dueOn: null }
    return (await sendRequest(today(handler), { proposalId }, given)).requestId
  }
  return { proposalId, finance: await ask('市财政局'), education: await ask('市教委') }
}

const signedIn = (login: string) => new Client(house.address).signIn(login, demoPassword)

const eventsOf = (proposalId: string, kind: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql`select 1 from event where proposal_id = ${proposalId} and kind = ${kind}`
    return rows.length
  })

const opinion = {
  text: '同意，已列入预算安排。',
  docNo: '云财函〔2026〕9号',
  contactName: '卢亦舟',
  contactPhone: '0000-1',
}

describe('a co-handling unit', () => {
  it('starts at its own list and is led there from the desk and the proposals', async () => {
    const client = await signedIn('caizheng')
    for (const path of ['/', '/desk', '/proposals', '/proposals?q=a']) {
      const answer = await client.get(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([302, '/asked'])
    }
    expect((await client.get('/asked')).text).toContain('请我单位会办')
  })

  it('sees what is asked and the proposal, and cannot open another unit’s request', async () => {
    const work = await asked()
    const client = await signedIn('caizheng')
    const own = await client.get(`/asked/${work.finance}`)
    expect(own.status).toBe(200)
    expect(own.text).toContain('请市财政局会办')
    expect(own.text).not.toContain('请市教委会办')
    for (const path of ['', '/acknowledgement', '/refusal'])
      expect((await client.get(`/asked/${work.education}${path}`)).status).toBe(404)
    const stolen = await client.post(`/asked/${work.education}`, { ...opinion, key: randomUUID() })
    expect(stolen.status).toBe(404)
    for (const id of ['x', '../proposals', '00000000-0000-0000-0000-000000000000'])
      expect((await client.get(`/asked/${encodeURIComponent(id)}`)).status).toBe(404)
  })

  it('acknowledges and answers, each once though pressed twice', async () => {
    const work = await asked()
    const client = await signedIn('caizheng')
    const page = `/asked/${work.finance}`
    const receive = fieldOf((await client.get(`${page}/acknowledgement`)).text, 'key')
    expect((await client.post(`${page}/acknowledgement`, { key: receive })).status).toBe(303)
    const key = fieldOf((await client.get(page)).text, 'key')
    const [one, two] = await Promise.all([
      client.post(page, { ...opinion, key }),
      client.post(page, { ...opinion, key }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.headers.get('location')).toBe(`${page}?done=answered`)
    expect(await eventsOf(work.proposalId, 'acknowledge_request')).toBe(1)
    expect(await eventsOf(work.proposalId, 'answer_request')).toBe(1)
    const { text } = await client.get(`${page}?done=answered`)
    expect(text).toContain('会办意见已送主办单位')
    expect(text).toContain(opinion.text)
    expect(text).toContain(opinion.docNo)
    expect((await (await signedIn('jiaowei')).get(`/asked/${work.education}`)).text).not.toContain(
      opinion.text,
    )
  })

  it('is told why an opinion came back, and answers again beside the first', async () => {
    const work = await asked()
    const client = await signedIn('caizheng')
    const page = `/asked/${work.finance}`
    await client.post(page, { ...opinion, key: randomUUID() })
    await returnOpinion(
      today(handler),
      { proposalId: work.proposalId, requestId: work.finance },
      { reason: '请写明金额' },
    )
    const returned = await client.get(page)
    expect(returned.text).toContain('请写明金额')
    expect(returned.text).toContain(opinion.text)
    const again = { ...opinion, text: '同意安排200万元。', key: fieldOf(returned.text, 'key') }
    expect((await client.post(page, again)).status).toBe(303)
    expect((await client.get(page)).text).toContain('同意安排200万元')
  })

  it('loses nothing when the step is out of turn or the opinion is empty', async () => {
    const work = await asked()
    const client = await signedIn('caizheng')
    const page = `/asked/${work.finance}`
    const empty = await client.post(page, { ...opinion, text: '', key: randomUUID() })
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('请填写会办意见')
    expect(empty.text).toContain(opinion.docNo)
    await client.post(page, { ...opinion, key: randomUUID() })
    const late = await client.post(page, { ...opinion, text: '又想了想', key: randomUUID() })
    expect(late.status).toBe(403)
    expect(late.text).toContain('又想了想')
  })

  it('declines with a reason only', async () => {
    const work = await asked()
    const client = await signedIn('caizheng')
    const page = `/asked/${work.finance}`
    const without = await client.post(`${page}/refusal`, { key: randomUUID(), reason: ' ' })
    expect(without.status).toBe(400)
    const given = { key: randomUUID(), reason: '不属我局职责' }
    expect((await client.post(`${page}/refusal`, given)).status).toBe(303)
    expect((await client.get(page)).text).toContain('不属我局职责')
  })
})
