import { beforeAll, describe, expect, it } from 'vitest'
import { readSuggestions } from '~/domain/allocation/read-suggestions.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import type { Viewer } from '~/domain/people/viewer'
import { Invalid, Refused } from '~/domain/refusals'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { findSimilar } from '~/domain/triage/find-similar.server'
import { linkEarlier, unlinkEarlier } from '~/domain/triage/link-earlier.server'
import { readEarlier } from '~/domain/triage/read-earlier.server'
import { as, inHandling, openBureau, registered, registrationOf, type Bureau } from '../support/story'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
let before: { proposalId: string; registerNo: string }
let now: { proposalId: string; registerNo: string }

const text =
  '老旧小区充电设施不足，居民从楼上拉线充电，消防隐患突出。建议由街道牵头摸清底数，电力公司增容改造，划出集中充电区。'
const charging = { subject: '关于老旧小区充电桩建设的提案', text, sponsors: ['段长风'], officialNo: '0031' }

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  const meetingId = await openMeeting(bureau.founder, { track: 'cppcc', region: '市', term: 7, session: 3, openedOn: '2025-01-10' })
  for (let i = 0; i < 12; i++)
    await registered(bureau, { subject: `关于加强第${'甲乙丙丁戊己庚辛壬癸子丑'[i]}号科技工作的建议`, text: '建议加强科技工作。' })
  const { registrar, coordinator, division_head, handler } = bureau.people
  const past = { ...charging, subject: '关于解决充电桩进小区难的提案', meetingId, assignedOn: '2026-03-01', receivedOn: '2026-03-01' }
  before = await registerProposal(as(registrar), registrationOf(bureau, past))
  await submitForTriage(as(registrar), before)
  await allocate(as(coordinator), before, { divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'lead', leadUnitId: null })
  await acceptInDivision(as(division_head), before, { handlerId: handler.userId ?? '' })
  now = await registerProposal(as(registrar), registrationOf(bureau, { ...charging, officialNo: '0044' }))
  await registerProposal(as(neighbour.people.registrar), registrationOf(neighbour, charging))
}, 60_000) // prettier-ignore

const similar = (viewer: Viewer, mine = { ...charging, id: null as string | null }) =>
  findSimilar(viewer, mine)

describe('what resembles an item', () => {
  it('is found in earlier years with who handled it, how it stands and why it is shown', async () => {
    const found = await similar(bureau.people.coordinator, { ...charging, id: now.proposalId })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      registerNo: before.registerNo, year: '2026', meeting: '市政协七届三次会议', sponsors: ['段长风'], state: 'handling',
      division: '成果处', handler: 'handler', handlingRole: 'lead',
      likeness: { kind: 'duplicate', hasSameSponsor: true, hasSameNumber: true, copied: 1 },
    })
    expect(found[0]?.likeness.shared).toEqual(['老旧小区充电', '充电桩'])
  }) // prettier-ignore

  it('is found of this year too, itself excepted, and before anything is registered', async () => {
    const found = await similar(bureau.people.registrar)
    expect(found.map((c) => c.registerNo).toSorted()).toEqual([before.registerNo, now.registerNo].toSorted())
  })

  it('is what the viewer may see and nothing else', async () => {
    const { people } = bureau
    expect((await similar(people.division_head)).map((c) => c.registerNo)).toEqual([before.registerNo])
    for (const viewer of [people.other_head, people.education, people.audit_admin])
      expect(await similar(viewer), viewer.name).toEqual([])
    const theirs = await similar(neighbour.people.coordinator)
    expect(theirs).toHaveLength(1)
    expect(theirs[0]?.id).not.toBe(before.proposalId)
  })
})

describe('同题旧案', () => {
  it('is recorded by hand, shown on both, logged, and taken back', async () => {
    const { coordinator, handler } = bureau.people
    await linkEarlier(as(coordinator), now, { registerNo: before.registerNo })
    expect((await readEarlier(coordinator, now.proposalId)).earlier.map((c) => c.registerNo)).toEqual([before.registerNo])
    expect((await readEarlier(coordinator, before.proposalId)).later.map((c) => c.registerNo)).toEqual([now.registerNo])
    // The handler of the old case does not work on the new one: he is not told of it.
    expect(await readEarlier(handler, before.proposalId)).toEqual({ earlier: [], later: [] })
    await expect(linkEarlier(as(coordinator), now, { registerNo: before.registerNo })).rejects.toThrow(Invalid)
    await unlinkEarlier(as(coordinator), now, { registerNo: before.registerNo })
    expect(await readEarlier(coordinator, now.proposalId)).toEqual({ earlier: [], later: [] })
    await expect(unlinkEarlier(as(coordinator), now, { registerNo: before.registerNo })).rejects.toThrow(Invalid)
  }) // prettier-ignore

  it('is never itself, never later, never one out of sight', async () => {
    const { coordinator, handler, supervisor } = bureau.people
    const mine = await inHandling(bureau)
    await expect(linkEarlier(as(coordinator), now, { registerNo: now.registerNo })).rejects.toThrow(Invalid)
    await expect(linkEarlier(as(coordinator), before, { registerNo: now.registerNo })).rejects.toThrow(Invalid)
    await expect(linkEarlier(as(handler), { proposalId: mine }, { registerNo: now.registerNo })).rejects.toThrow(Invalid)
    await expect(linkEarlier(as(supervisor), now, { registerNo: before.registerNo })).rejects.toThrow(Refused)
  }) // prettier-ignore
})

describe('suggested at allocation', () => {
  const suggested = async (viewer: Viewer) => {
    const found = await findSimilar(viewer, { ...charging, id: now.proposalId })
    const divisions = Object.entries(bureau.divisionIds).map(([name, id]) => ({ id, name }))
    const units = [{ id: bureau.unitIds['市财政局'] ?? '', fullName: '云汀市财政局', shortName: '市财政局' }]
    return await readSuggestions(viewer, { ...charging, id: now.proposalId }, { divisions, units }, found)
  }

  it('are the division that had the like, and the unit that was asked then, with the reasons', async () => {
    const unitId = bureau.unitIds['市财政局'] ?? ''
    await sendRequest(as(bureau.people.handler), before, { unitId, divisionId: null, question: '请提意见', dueOn: null })
    const { divisions, units } = await suggested(bureau.people.coordinator)
    expect(divisions[0]).toMatchObject({ id: bureau.divisionIds['成果处'] })
    expect(divisions[0]?.reasons[0]).toBe(`相似的 ${before.registerNo} 由本处室承办`)
    expect(units).toMatchObject([{ id: unitId, reasons: [`相似的 ${before.registerNo} 请它会办过`] }])
  }) // prettier-ignore

  it('are made of what the viewer may see', async () => {
    expect(await suggested(bureau.people.other_head)).toEqual({ divisions: [], units: [] })
    expect(await suggested(neighbour.people.coordinator)).toEqual({ divisions: [], units: [] })
  })
})
