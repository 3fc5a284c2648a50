import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import type { Registration } from '~/domain/intake/registration'
import type { Viewer } from '~/domain/people/viewer'
import type { HandlingRole } from '~/domain/proposal/words-of-the-trade'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf } from '../support/client'
import { demoViewer, onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as } from '../support/story'

let house: RunningHouse
let people: Record<'dengji' | 'zonghe' | 'chuzhang' | 'chengban', Viewer>
let meetingId: string
const clients = new Map<string, Promise<Client>>()

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
  const of = (login: string) => demoViewer(house.superuserUrl, login)
  people = {
    dengji: await of('dengji'),
    zonghe: await of('zonghe'),
    chuzhang: await of('chuzhang'),
    chengban: await of('chengban'),
  }
  meetingId = await onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from meeting where track = 'cppcc'`
    return row?.id ?? ''
  })
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const signedIn = (login: string) => {
  const known = clients.get(login) ?? new Client(house.address).signIn(login, demoPassword)
  clients.set(login, known)
  return known
}

const today = (viewer: Viewer) => as(viewer, { now: new Date(), realNow: new Date() })
const day = (before = 0) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)

/** One more proposal, checked and in triage, handed over some days ago. */
async function inTriage(over: Partial<Registration> = {}) {
  const { proposalId, registerNo } = await registerProposal(today(people.dengji), {
    track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: randomUUID().slice(0, 12), subject: '关于改办的提案',
    text: '正文', sponsorKind: 'individual', sponsors: ['段长风'], assigningUnitId: null, receivedOn: day(2),
    assignedOn: day(2), isWide: false, priority: 'normal', ...over,
  }) // prettier-ignore
  await recordAsks(today(people.dengji), { proposalId }, { asks: ['派专家', '办夜校'] })
  await submitForTriage(today(people.dengji), { proposalId })
  return { proposalId, at: `/proposals/${registerNo}` }
}

async function inHandling(handlingRole: HandlingRole, over: Partial<Registration> = {}) {
  const item = await inTriage(over)
  const divisionId = people.chuzhang.memberships[0]?.divisionId ?? ''
  await allocate(today(people.zonghe), item, { divisionId, handlingRole, leadUnitId: null })
  await acceptInDivision(today(people.chuzhang), item, { handlerId: people.chengban.userId ?? '' })
  return item
}

/** Opens the form and posts it with these fields. */
async function posts(login: string, path: string, fields: Record<string, string | string[]>) {
  const client = await signedIn(login)
  const form = await client.get(path)
  return await client.post(path, {
    key: fieldOf(form.text, 'key') || randomUUID(),
    version: fieldOf(form.text, 'version'),
    ...fields,
  })
}

const unitId = (shortName: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ id: string }[]>`select id from unit where short_name = ${shortName}`
    return row?.id ?? ''
  })

const signersOf = (proposalId: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql<{ id: string }[]>`
      select delegate_id as id from sponsor where proposal_id = ${proposalId} order by position`
    return rows.map((row) => row.id)
  })

const why = { reason: '不是本局职责', proposedUnit: '市药监局' }

describe('退办 on the pages', () => {
  it('is raised with a reason and a unit, and every page of the item says that it waits', async () => {
    const { at } = await inTriage()
    const half = await posts('zonghe', `${at}/objection/new`, { reason: '只有理由', proposedUnit: ' ' })
    expect(half.status).toBe(400)
    expect(half.text).toContain('只有理由')
    expect(half.text).toContain('请填写建议改由哪个单位办理')
    const sent = await posts('zonghe', `${at}/objection/new`, why)
    expect(sent.status).toBe(303)
    const zonghe = await signedIn('zonghe')
    for (const page of [at, `${at}/log`, `${at}/objection`, '/proposals?objected=yes', '/desk'])
      expect((await zonghe.get(page)).text, page).toContain('退办待复')
    expect((await zonghe.get(`${at}/objection`)).text).toContain('市药监局')
    const again = await posts('zonghe', `${at}/objection/new`, why)
    expect(again.status).toBe(403)
    expect(again.text).toContain('不能再提退办')
  })

  it('upheld wants the decision, and then the item is another’s', async () => {
    const { at } = await inTriage()
    await posts('zonghe', `${at}/objection/new`, why)
    const without = await posts('zonghe', `${at}/objection/consent`, { answer: '同意' })
    expect(without.status).toBe(400)
    expect(without.text).toContain('改办通知')
    const given = { answer: '同意', decisionDocument: '云政办督改〔2026〕9号' }
    expect((await posts('zonghe', `${at}/objection/consent`, given)).status).toBe(303)
    const page = (await (await signedIn('zonghe')).get(at)).text
    expect(page).toContain('已改由市药监局办理')
    expect(page).toContain('已改办')
  })

  it('refused keeps the item here, with the answer on its page', async () => {
    const { at } = await inHandling('sole')
    await posts('zonghe', `${at}/objection/new`, why)
    expect((await (await signedIn('chengban')).get(at)).text).toContain('退办待复')
    expect((await posts('zonghe', `${at}/objection/refusal`, { answer: '属你局职责' })).status).toBe(303)
    const page = (await (await signedIn('chengban')).get(at)).text
    expect(page).toContain('交办机关不同意退办：属你局职责')
    expect(page).not.toContain('退办待复')
  })

  it('after the window says whose it is, and lets the deputy', async () => {
    const { at } = await inTriage({ assignedOn: day(40), receivedOn: day(40) })
    const late = await posts('zonghe', `${at}/objection/new`, why)
    expect(late.status).toBe(403)
    expect(late.text).toContain('分管领导顾明川')
    expect((await posts('fenguan', `${at}/objection/new`, why)).status).toBe(303)
    expect((await (await signedIn('zonghe')).get(`${at}/objection`)).text).toContain('逾期，由分管领导提出')
  })

  it('is nobody else’s: another division and a word that means nothing find no page, the registrar is refused', async () => {
    const { at } = await inTriage()
    expect((await (await signedIn('shefa')).get(`${at}/objection/new`)).status).toBe(404)
    expect((await (await signedIn('zonghe')).get(`${at}/objection/overthrow`)).status).toBe(404)
    expect((await (await signedIn('zonghe')).get(`${at}/objection/consent`)).status).toBe(404)
    expect((await posts('dengji', `${at}/objection/new`, why)).status).toBe(403)
  })
})

describe('the delegate’s withdrawal', () => {
  const letter = { letter: '关于撤回提案的函', letterOn: day(1) }
  it('wants the letter, keeps what was typed, and then ends the work', async () => {
    const { at } = await inHandling('sole')
    const half = await posts('zonghe', `${at}/retraction`, { ...letter, letterOn: '' })
    expect(half.status).toBe(400)
    expect(half.text).toContain('关于撤回提案的函')
    expect((await posts('zonghe', `${at}/retraction`, letter)).status).toBe(303)
    const page = (await (await signedIn('chengban')).get(at)).text
    expect(page).toContain('代表委员撤回，来函：关于撤回提案的函')
    expect(page).not.toContain('去拟稿')
  })

  it('of joint sponsors names whoever has not agreed', async () => {
    const { at, proposalId } = await inTriage({ sponsorKind: 'joint', sponsors: ['段长风', '苗望岫'] })
    const ids = await signersOf(proposalId)
    const one = await posts('zonghe', `${at}/retraction`, { ...letter, consentedIds: ids[0] ?? '' })
    expect(one.status).toBe(400)
    expect(one.text).toContain('还差苗望岫')
    expect((await posts('zonghe', `${at}/retraction`, { ...letter, consentedIds: ids })).status).toBe(303)
  })
})

describe('增办', () => {
  it('is asked, answered, and leads to asking the unit', async () => {
    const { at } = await inHandling('lead')
    const asked = { unitId: await unitId('市教委'), reason: '涉及高校' }
    expect((await posts('zonghe', `${at}/additional-units/new`, asked)).status).toBe(303)
    const zonghe = await signedIn('zonghe')
    const tab = (await zonghe.get(`${at}/co-handling`)).text
    expect(tab).toContain('增办待复')
    const [, answerAt = ''] = /href="([^"]*\/additional-units\/[0-9a-f-]{36})"/.exec(tab) ?? []
    expect((await posts('zonghe', answerAt, { answer: '同意' })).status).toBe(400)
    expect((await posts('zonghe', answerAt, { answer: '同意', isAdded: 'yes' })).status).toBe(303)
    expect((await zonghe.get(`${at}/co-handling`)).text).toContain('已同意增办')
    const chengban = await (await signedIn('chengban')).get(`${at}/co-handling`)
    expect(chengban.text).toMatch(/请会办<span class="vh">，(<!-- -->)?市教委/)
    expect((await posts('chengban', `${at}/additional-units/new`, asked)).status).toBe(403)
  })
})

describe('并案', () => {
  it('offers what stands alike, links both ways, and lets one leave', async () => {
    const [lead, member] = [await inTriage(), await inTriage({ subject: '关于并入的提案' })]
    const none = await posts('zonghe', `${lead.at}/merging`, { mergedBy: 'bureau', reason: '同类' })
    expect(none.status).toBe(400)
    expect(none.text).toContain('请至少选择一件并入')
    const merged = { memberIds: member.proposalId, mergedBy: 'bureau', reason: '同类' }
    expect((await posts('zonghe', `${lead.at}/merging`, merged)).status).toBe(303)
    const zonghe = await signedIn('zonghe')
    expect((await zonghe.get(lead.at)).text).toContain('并案，由本件领办')
    const page = (await zonghe.get(member.at)).text
    expect(page).toContain('并案于')
    expect(page).toContain(`href="${lead.at}"`)
    const divisionId = people.chuzhang.memberships[0]?.divisionId ?? ''
    const alone = await posts('zonghe', `${member.at}/allocation`, { divisionId, handlingRole: 'sole' })
    expect(alone.status).toBe(403)
    expect(
      (await posts('zonghe', `${lead.at}/allocation`, { divisionId, handlingRole: 'sole' })).status,
    ).toBe(303)
    expect((await zonghe.get(member.at)).text).toContain('待处室签收')
    expect((await posts('zonghe', `${member.at}/leaving`, { reason: '分开办' })).status).toBe(303)
    expect((await zonghe.get(lead.at)).text).not.toContain('由本件领办')
  })
})

describe('who proposed it, and who answers what', () => {
  it('the sponsors’ page says whom the reply goes to, and a new lead changes the order', async () => {
    const { at, proposalId } = await inTriage({ sponsorKind: 'joint', sponsors: ['段长风', '苗望岫'] })
    const zonghe = await signedIn('zonghe')
    expect((await zonghe.get(`${at}/sponsors`)).text).toContain('联名的逐人答复')
    const [, second = ''] = await signersOf(proposalId)
    expect((await posts('zonghe', `${at}/sponsors/record`, { leadId: second })).status).toBe(303)
    expect((await signersOf(proposalId))[0]).toBe(second)
    const consent = {
      consentedIds: (await signersOf(proposalId))[1] ?? '',
      consentedOn: day(1),
      basis: '电话',
    }
    expect((await posts('zonghe', `${at}/sponsors/relay`, { ...consent, basis: '' })).status).toBe(400)
    expect((await posts('zonghe', `${at}/sponsors/relay`, consent)).status).toBe(303)
  })

  it('an organisation has a kind', async () => {
    const { at } = await inTriage({ sponsorKind: 'organisation', sponsors: ['云汀市工商联'] })
    const form = (await (await signedIn('dengji')).get(`${at}/sponsors/record`)).text
    const leadId = fieldOf(form, 'leadId')
    const kind = { leadId, organisationKind: 'peoples_organisation', liaisonGroup: '' }
    expect((await posts('dengji', `${at}/sponsors/record`, kind)).status).toBe(303)
    expect((await (await signedIn('dengji')).get(`${at}/sponsors`)).text).toContain('人民团体')
  })

  it('分办: what another unit answers is said beside the ask', async () => {
    const { at } = await inHandling('separate')
    const units = ['', await unitId('市教委')]
    expect((await posts('chengban', `${at}/roles`, { unitOfAsk: units })).status).toBe(303)
    const chengban = await signedIn('chengban')
    expect((await chengban.get(at)).text).toContain('由市教委答复，本局不答')
  })

  it('两个以上主办 stands in the head, and a key item says who supervises it', async () => {
    const { at } = await inHandling('lead')
    expect((await posts('zonghe', `${at}/roles`, { jointLeadIds: await unitId('市教委') })).status).toBe(303)
    const key = { reason: '主席会议确定', supervisor: '市政协副主席', ledBy: '局长' }
    expect((await posts('zonghe', `${at}/key-item`, key)).status).toBe(303)
    const page = (await (await signedIn('zonghe')).get(at)).text
    expect(page).toContain('与市教委共同主办')
    expect(page).toContain('市政协副主席领衔督办')
  })

  it('the list tells plenary from off-session and key from ordinary', async () => {
    const { at } = await inTriage({ sessionKind: 'off_session', subject: '关于平时提出的提案' })
    const zonghe = await signedIn('zonghe')
    const number = at.split('/').at(-1) ?? ''
    expect((await zonghe.get('/proposals?session=off_session')).text).toContain(number)
    expect((await zonghe.get('/proposals?session=plenary')).text).not.toContain(`"${at}"`)
    expect((await zonghe.get('/proposals?priority=key')).text).not.toContain(`"${at}"`)
  })
})
