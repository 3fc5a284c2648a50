import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { additionalUnit } from '~/db/schema/objection'
import { proposal, sponsor } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { answerAdditionalUnit } from '~/domain/additional-unit/answer-additional-unit.server'
import { requestAdditionalUnit } from '~/domain/additional-unit/request-additional-unit.server'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { forceAssign } from '~/domain/allocation/force-assign.server'
import { readAsks } from '~/domain/allocation/read-asks.server'
import { recordRoles } from '~/domain/allocation/record-roles.server'
import { returnToTriage } from '~/domain/allocation/return-to-triage.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { putInForce } from '~/domain/deadlines/put-in-force.server'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import type { Registration } from '~/domain/intake/registration'
import { addUser } from '~/domain/people/add-user.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import { logContact } from '~/domain/proposal/log-contact.server'
import { Invalid, Refused } from '~/domain/refusals'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { recordRelayConsent } from '~/domain/sponsors/record-relay-consent.server'
import { recordSponsors } from '~/domain/sponsors/record-sponsors.server'
import {
  approveAll,
  as,
  businessNow,
  inHandling,
  letterText,
  openBureau,
  realNow,
  receiptsOf,
  registered,
  replyOf,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let npcMeetingId = ''
beforeAll(async () => {
  bureau = await openBureau()
  npcMeetingId = await openMeeting(bureau.founder, {
    track: 'npc', region: '市', term: 7, session: 4, openedOn: '2026-01-11',
  }) // prettier-ignore
  const memberships = [{ role: 'system_admin' as const, divisionId: null, unitId: null }]
  const account = { login: 'keeper', name: 'keeper', title: '', phone: '', passwordHash: 'x', memberships }
  const userId = await addUser(bureau.founder, account, { now: businessNow, realNow })
  const keeper = { ...bureau.founder, userId, name: 'keeper', memberships }
  await putInForce(as(keeper), { id: 'SD-NPC-2017', version: 1 }, { tracks: ['npc'], from: '2026-01-01' })
})

const sponsorsOf = (proposalId: string) =>
  asViewer(bureau.people.coordinator, (tx) =>
    tx.select().from(sponsor).where(eq(sponsor.proposalId, proposalId)).orderBy(sponsor.position),
  )
const lettersOf = (proposalId: string) =>
  asViewer(bureau.people.coordinator, (tx) =>
    tx.select().from(letter).where(eq(letter.proposalId, proposalId)).orderBy(letter.seq),
  )
const rowOf = (id: string) =>
  asViewer(
    bureau.people.coordinator,
    async (tx) => (await tx.select().from(proposal).where(eq(proposal.id, id)))[0],
  )

async function handedOver(over: Partial<Registration>) {
  const proposalId = await inHandling(bureau, over)
  await logContact(
    as(bureau.people.handler),
    { proposalId },
    { heldOn: '2026-03-18', channel: 'phone', phase: 'during', people: '提出人', summary: '认可' },
  )
  return proposalId
}

async function issued(proposalId: string) {
  const { people } = bureau
  const { replyId } = await startReply(as(people.handler), { proposalId })
  const item = { proposalId, replyId }
  const { newest } = await replyOf(people.handler, proposalId)
  const draft = { doc: docFromPlainText(letterText), fields: newest.fields, outcome: 'adopted', openness: 'proactive', opennessGround: '' } as const // prettier-ignore
  await saveDraft(as(people.handler), item, { basedOn: 1, draft })
  await submitForClearance(as(people.handler), item)
  await approveAll(bureau, item)
  const { row } = await replyOf(people.handler, proposalId)
  await signReply(as(people.director), item, { hash: row.frozenHash ?? '' })
  await issueLetter(as(people.seal_clerk), item, { isSealed: true })
  return await lettersOf(proposalId)
}

const joint = { sponsorKind: 'joint' as const, sponsors: ['郎静', '祁观澜', '邢伯文'] }

describe('joint sponsors', () => {
  it('are each answered with a letter, a number and a receipt of their own', async () => {
    const proposalId = await handedOver(joint)
    const letters = await issued(proposalId)
    expect(letters.map((l) => l.content.salutation)).toEqual(['郎静委员：', '祁观澜委员：', '邢伯文委员：'])
    expect(new Set(letters.map((l) => l.docNo)).size).toBe(3)
    expect(await receiptsOf(bureau.people.coordinator, proposalId)).toHaveLength(3)
  })

  it('hear it from the lead where the profile lets them and all of them agreed', async () => {
    const npc = { ...joint, track: 'npc' as const, meetingId: npcMeetingId }
    const proposalId = await handedOver(npc)
    expect(await rowOf(proposalId)).toMatchObject({ profileId: 'SD-NPC-2017' })
    const [, ...others] = await sponsorsOf(proposalId)
    const agree = (ids: string[]) =>
      recordRelayConsent(
        as(bureau.people.handler),
        { proposalId },
        { consentedIds: ids, consentedOn: '2026-03-19', basis: '电话记录' },
      )
    await agree([others[0]!.delegateId])
    await agree([others[1]!.delegateId])
    const letters = await issued(proposalId)
    expect(letters.map((l) => l.content.salutation)).toEqual(['郎静代表：'])
    expect(await receiptsOf(bureau.people.coordinator, proposalId)).toHaveLength(1)

    const without = await issued(await handedOver(npc))
    expect(without).toHaveLength(3)
  })

  it('change their lead before allocation, in the log and in the order of the letters', async () => {
    const proposalId = await registered(bureau, joint)
    const [, second] = await sponsorsOf(proposalId)
    const record = { organisationKind: null, liaisonGroup: '', motionDecision: '' }
    await recordSponsors(
      as(bureau.people.registrar),
      { proposalId },
      { ...record, leadId: second!.delegateId },
    )
    const after = await sponsorsOf(proposalId)
    expect(after.map((s) => s.position)).toEqual([1, 2, 3])
    expect(after[0]?.delegateId).toBe(second?.delegateId)
    const stranger = { ...record, leadId: '00000000-0000-4000-8000-00000000dead' }
    await expect(
      recordSponsors(as(bureau.people.registrar), { proposalId }, stranger),
    ).rejects.toBeInstanceOf(Invalid)
  })
})

describe('增办', () => {
  it('is asked of the assigning body; once it agrees, the unit is asked like any other', async () => {
    const proposalId = await inHandling(bureau)
    const { coordinator, handler } = bureau.people
    const unitId = bureau.unitIds['市教委'] ?? ''
    const { additionalUnitId } = await requestAdditionalUnit(as(coordinator), { proposalId }, { unitId, reason: '涉及高校' }) // prettier-ignore
    const again = requestAdditionalUnit(as(coordinator), { proposalId }, { unitId, reason: '涉及高校' })
    await expect(again).rejects.toBeInstanceOf(Invalid)
    await answerAdditionalUnit(
      as(coordinator),
      { proposalId },
      { additionalUnitId, isAdded: true, answer: '同意增办' },
    )
    const [kept] = await asViewer(handler, (tx) =>
      tx.select().from(additionalUnit).where(eq(additionalUnit.proposalId, proposalId)),
    )
    expect(kept).toMatchObject({ state: 'added', answer: '同意增办', answeredBy: coordinator.userId })
    await sendRequest(
      as(handler),
      { proposalId },
      { unitId, divisionId: null, question: '请提意见', dueOn: null },
    )
    expect(await rowOf(proposalId)).toMatchObject({ state: 'handling' })
  })
})

describe('分办', () => {
  it('answers only its own part: what another unit answers is recorded, and forgotten with a new split', async () => {
    const { registrar, coordinator, division_head, handler } = bureau.people
    const proposalId = await registered(bureau)
    await recordAsks(as(registrar), { proposalId }, { asks: ['派专家', '办夜校'] })
    await submitForTriage(as(registrar), { proposalId })
    await allocate(as(coordinator), { proposalId }, { divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'separate', leadUnitId: null }) // prettier-ignore
    await acceptInDivision(as(division_head), { proposalId }, { handlerId: handler.userId ?? '' })
    const unitId = bureau.unitIds['市教委'] ?? ''
    await recordRoles(as(handler), { proposalId }, { elsewhere: [{ n: 2, unitId }], jointLeadIds: [] })
    const asks = () => asViewer(handler, (tx) => readAsks(tx, proposalId))
    expect(await asks()).toEqual([
      { n: 1, text: '派专家' },
      { n: 2, text: '办夜校', elsewhere: '市教委' },
    ])
    const wrong = recordRoles(as(handler), { proposalId }, { elsewhere: [], jointLeadIds: [unitId] })
    await expect(wrong).rejects.toBeInstanceOf(Invalid)
    await recordAsks(as(handler), { proposalId }, { asks: ['派专家'] })
    expect(await asks()).toEqual([{ n: 1, text: '派专家' }])
  })
})

describe('a division that returns', () => {
  it('may twice, with a reason; then the deputy decides, and the third return is refused', async () => {
    const { registrar, coordinator, division_head, deputy, handler } = bureau.people
    const proposalId = await registered(bureau)
    await submitForTriage(as(registrar), { proposalId })
    const toDivision = () =>
      allocate(as(coordinator), { proposalId }, { divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'sole', leadUnitId: null }) // prettier-ignore
    const back = (reason: string) => returnToTriage(as(division_head), { proposalId }, { reason })
    await toDivision()
    await expect(back(' ')).rejects.toBeInstanceOf(Invalid)
    await back('不是我处职责')
    expect(await rowOf(proposalId)).toMatchObject({ state: 'triage', returns: 1, divisionId: null })
    await toDivision()
    await back('涉及社发处')
    await toDivision()
    await expect(back('还是不对')).rejects.toMatchObject({
      constructor: Refused,
      reasons: [{ code: 'RETURNS_LEFT', whoCanResolve: '分管领导deputy' }],
    })
    await expect(forceAssign(as(coordinator), { proposalId }, { reason: '定' })).rejects.toBeInstanceOf(
      Refused,
    )
    await forceAssign(as(deputy), { proposalId }, { reason: '由成果处牵头' })
    expect(await rowOf(proposalId)).toMatchObject({ state: 'assigned', isForced: true, returns: 2 })
    await expect(back('再退')).rejects.toMatchObject({
      reasons: [{ message: expect.stringContaining('分管领导已指定') }],
    })
    await acceptInDivision(as(division_head), { proposalId }, { handlerId: handler.userId ?? '' })
    expect(await rowOf(proposalId)).toMatchObject({ state: 'handling' })
  })
})
