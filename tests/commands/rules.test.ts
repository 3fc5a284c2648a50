import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { event } from '~/db/schema/log'
import { deadline, proposal } from '~/db/schema/proposal'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { derivationSentence, type Derivation } from '~/domain/deadlines/derivation'
import { enterNoticeDay } from '~/domain/deadlines/enter-notice-day.server'
import { formValues } from '~/domain/deadlines/profile-form'
import { profileOf } from '~/domain/deadlines/profiles'
import { putInForce } from '~/domain/deadlines/put-in-force.server'
import { readRulebook, rulebookFor } from '~/domain/deadlines/read-rulebook.server'
import { readProfile } from '~/domain/deadlines/read-shelf.server'
import { copyProfile, saveProfile } from '~/domain/deadlines/write-profile.server'
import { readDesk } from '~/domain/desk/read-desk.server'
import { addUser } from '~/domain/people/add-user.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import type { Viewer } from '~/domain/people/viewer'
import { readFacts } from '~/domain/proposal/read-facts.server'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import {
  approveAll,
  as,
  businessNow,
  drafted,
  openBureau,
  realNow,
  registered,
  replyOf,
  type Bureau,
} from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
let keeper: Viewer
let stranger: Viewer

async function administrator(of: Bureau): Promise<Viewer> {
  const memberships = [{ role: 'system_admin' as const, divisionId: null, unitId: null }]
  const login = `keeper-${randomUUID()}`
  const account = { login, name: 'keeper', title: '', phone: '', passwordHash: 'x', memberships }
  const userId = await addUser(of.founder, account, { now: businessNow, realNow })
  return { bureauId: of.bureauId, userId, delegateId: null, letterId: null, name: 'keeper', memberships }
}

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  keeper = await administrator(bureau)
  stranger = await administrator(neighbour)
}, 60_000)

let made = 0
const copied = async (from = { id: 'SC-GOV-2024', version: 1 }) => {
  const id = `OWN-${++made}`
  await copyProfile(as(keeper), from, { id, name: '本局规则' })
  return { id, version: 1 }
}
const changedBy = async (of: { id: string; version: number }, over: Record<string, string>) => {
  const { profile } = await readProfile(keeper, of.id, String(of.version))
  return { ...formValues(profile), ...over }
}
const save = async (of: { id: string; version: number }, over: Record<string, string>) =>
  saveProfile(as(keeper), of, await changedBy(of, over))

const rulesOf = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.id, proposalId))
    const [reply] = await tx.select().from(deadline).where(sql`proposal_id = ${proposalId} and kind = 'reply'`)
    if (!row || !reply) throw new Error('not registered')
    const facts = await readFacts(tx, row, { viewer, now: businessNow, realNow, reauthenticatedAt: null, input: {} })
    const { profileId, profileVersion } = row
    return { id: profileId, version: profileVersion, dueOn: reply.dueOn, derivation: reply.derivation, facts }
  }) // prettier-ignore

describe('a bureau’s own profile', () => {
  it('is a copy of a version, unverified, and knows where it came from', async () => {
    const own = await copied({ id: 'CQ-NPC-2018', version: 1 })
    const { profile, before, newest } = await readProfile(keeper, own.id, '1')
    expect(profile).toEqual({
      ...profileOf('CQ-NPC-2018', 1),
      ...own,
      name: '本局规则',
      madeFrom: { id: 'CQ-NPC-2018', version: 1 },
    })
    expect(before).toEqual(profileOf('CQ-NPC-2018', 1))
    expect(newest).toBe(1)
  })

  it('gets a next version from the form; the version before stays as it was', async () => {
    const own = await copied()
    expect(await save(own, { 'contact.amount': '15' })).toEqual({ id: own.id, version: 2 })
    const [one, two] = [await readProfile(keeper, own.id, '1'), await readProfile(keeper, own.id, '2')]
    expect(one.profile.deadlines.contact).toMatchObject({ amount: 20, basis: 'CN-LAW-2025' })
    expect(two.profile.deadlines.contact).toMatchObject({ amount: 15 })
    expect(two.profile.deadlines.contact.basis).toBeUndefined()
    expect(two.profile.deadlines.reply).toEqual(one.profile.deadlines.reply)
    expect(two.before).toEqual(one.profile)
  })

  it('is logged with the hash of its text', async () => {
    const own = await copied()
    const events = await asViewer(bureau.people.audit_admin, (tx) =>
      tx.select().from(event).where(eq(event.kind, 'profile_written')),
    )
    expect(events.map((e) => e.body.details)).toContainEqual({
      ...own,
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    })
  })

  it('saved twice with one key is one version', async () => {
    const own = await copied()
    const [command, values] = [as(keeper), await changedBy(own, { 'contact.amount': '15' })]
    expect(await saveProfile(command, own, values)).toEqual(await saveProfile(command, own, values))
    await expect(readProfile(keeper, own.id, '3')).rejects.toThrow(NotFound)
  })

  it('is not saved over a version somebody else wrote meanwhile, nor without a difference', async () => {
    const own = await copied()
    await save(own, { 'contact.amount': '15' })
    await expect(save(own, { 'contact.amount': '16' })).rejects.toThrow(Conflict)
    await expect(save({ ...own, version: 2 }, {})).rejects.toThrow(Invalid)
  })

  it('is not made under an id that is taken, shipped or own', async () => {
    const own = await copied()
    for (const id of [own.id, 'CN-LAW-2025'])
      await expect(
        copyProfile(as(keeper), { id: 'CN-LAW-2025', version: 1 }, { id, name: 'x' }),
      ).rejects.toThrow(Invalid)
  })

  it('is the system administrator’s to change, and no shipped one is anybody’s', async () => {
    const own = await copied()
    const values = await changedBy(own, { name: '改' })
    for (const person of [bureau.people.coordinator, bureau.people.director, bureau.people.finance])
      await expect(saveProfile(as(person), own, values)).rejects.toThrow(Refused)
    await expect(saveProfile(as(keeper), { id: 'CN-LAW-2025', version: 1 }, values)).rejects.toThrow(NotFound)
  })
})

describe('walls', () => {
  const run = (viewer: Viewer, statement: string) => asViewer(viewer, (tx) => tx.execute(sql.raw(statement)))
  const tables = ['bureau_profile', 'profile_in_force', 'notice_day']

  it('show no bureau another’s rules', async () => {
    const own = await copied()
    await putInForce(as(keeper), own, { tracks: ['npc'], from: '2030-01-01' })
    await enterNoticeDay(as(keeper), { meetingId: bureau.meetingId, kind: 'contact', dueOn: '2026-12-01', source: '通知' })
    for (const table of tables) {
      expect([...(await run(keeper, `select * from ${table}`))].length, table).toBeGreaterThan(0)
      expect([...(await run(stranger, `select * from ${table}`))], table).toEqual([])
    }
    await expect(readProfile(stranger, own.id, '1')).rejects.toThrow(NotFound)
    expect((await rulebookFor(stranger)).inForceOn('npc', '2030-01-01').id).toBe('CN-LAW-2025')
  }) // prettier-ignore

  it('let nobody change or delete what was written, not even the administrator', async () => {
    await copied()
    for (const table of tables) {
      await expect(run(keeper, `update ${table} set bureau_id = bureau_id`), table).rejects.toThrow()
      await expect(run(keeper, `delete from ${table}`), table).rejects.toThrow()
    }
  })

  it('let nobody but the administrator write', async () => {
    const insert = `insert into bureau_profile (bureau_id, id, version, body, written_by, written_at)
      values ('${bureau.bureauId}', 'X', 1, '{}', '${bureau.people.director.userId}', now())`
    await expect(run(bureau.people.director, insert)).rejects.toThrow()
    await expect(run(stranger, insert)).rejects.toThrow()
  })
})

describe('in force', () => {
  it('is the statutory default until a bureau puts another', async () => {
    const { id, version } = await rulesOf(bureau.people.coordinator, await registered(bureau))
    expect([id, version]).toEqual(['CN-LAW-2025', 1])
  })

  it('for a proposal handed over from the day on; what was registered keeps its version', async () => {
    const own = await copied()
    const early = await registered(bureau, { assignedOn: '2026-03-02' })
    await putInForce(as(keeper), own, { tracks: ['cppcc'], from: '2026-03-03' })
    const before = await registered(bureau, { assignedOn: '2026-03-02' })
    const after = await registered(bureau, { assignedOn: '2026-03-03', receivedOn: '2026-03-04' })
    const next = await save(own, { 'reply.isPlain': 'yes', 'reply.amount': '2' })
    await putInForce(as(keeper), next, { tracks: ['cppcc'], from: '2026-03-03' })
    const latest = await registered(bureau, { assignedOn: '2026-03-03', receivedOn: '2026-03-04' })
    const { coordinator } = bureau.people
    for (const id of [early, before])
      expect(await rulesOf(coordinator, id)).toMatchObject({
        id: 'CN-LAW-2025',
        version: 1,
        dueOn: '2026-06-02',
      })
    // 政协大会提案五个月
    expect(await rulesOf(coordinator, after)).toMatchObject({ ...own, dueOn: '2026-08-03' })
    expect((await rulesOf(coordinator, after)).facts.profile.deadlines.reply).toMatchObject({ amount: 5 })
    expect(await rulesOf(coordinator, latest)).toMatchObject({ ...next, dueOn: '2026-05-06' })
  })

  it('is refused for a track or a day the profile is not for', async () => {
    const problems = (which: string, tracks: ('npc' | 'cppcc')[], from: string) =>
      putInForce(as(keeper), { id: which, version: 1 }, { tracks, from }).catch((e: Invalid) =>
        e.problems.map((p) => p.field),
      )
    expect(await problems('CQ-NPC-2018', ['npc', 'cppcc'], '2017-12-31')).toEqual(['tracks', 'from'])
    expect(await problems('GUIZ-2025', ['npc'], '2026-01-01')).toEqual(['from'])
    await expect(
      putInForce(as(keeper), { id: 'NONE', version: 1 }, { tracks: ['npc'], from: '2026-01-01' }),
    ).rejects.toThrow(NotFound)
  })

  it('names the chain and the signer of a key item', async () => {
    const own = await copied({ id: 'SH-NPC-2015', version: 1 })
    const next = await save(own, {
      priorityChain: '处室负责人\n办公室核稿\n分管领导',
      prioritySigner: 'director',
    })
    await putInForce(as(keeper), next, { tracks: ['npc'], from: '2026-01-01' })
    const place = { region: '市', term: 7, session: 4, openedOn: '2026-01-10' }
    const meetingId = await openMeeting(bureau.founder, { track: 'npc', ...place })
    const item = { track: 'npc' as const, meetingId }
    const { coordinator } = bureau.people
    const plain = (await rulesOf(coordinator, await registered(bureau, item))).facts.profile
    const key = (await rulesOf(coordinator, await registered(bureau, { ...item, priority: 'key' }))).facts
      .profile
    expect([plain.signerRole, plain.clearanceChain.length]).toEqual(['deputy', 2])
    expect([key.signerRole, key.clearanceChain]).toEqual([
      'director',
      [['division_head'], ['office_reviewer'], ['deputy']],
    ])
  })
})

describe('the day a meeting’s notice fixes', () => {
  const meetingOf = (session: number) =>
    openMeeting(bureau.founder, { track: 'cppcc', region: '市', term: 9, session, openedOn: '2026-01-10' })
  const enter = (meetingId: string, dueOn: string | null) =>
    enterNoticeDay(as(keeper), { meetingId, kind: 'reply', dueOn, source: '云府办函〔2026〕3号' })

  it('holds where it is tighter, says so in the derivation, and moves nothing already set', async () => {
    const meetingId = await meetingOf(1)
    const { coordinator } = bureau.people
    const item = { meetingId, assignedOn: '2026-03-02' }
    const before = await registered(bureau, item)
    await enter(meetingId, '2026-05-20')
    const after = await rulesOf(coordinator, await registered(bureau, item))
    expect((await rulesOf(coordinator, before)).dueOn).toBe('2026-06-02')
    expect(after.dueOn).toBe('2026-05-20')
    expect(derivationSentence(JSON.parse(after.derivation) as Derivation)).toContain(
      '云府办函〔2026〕3号定于 05-20',
    )
    await enter(meetingId, null)
    expect((await rulesOf(coordinator, await registered(bureau, item))).dueOn).toBe('2026-06-02')
  })

  it('is refused before the meeting opens, for no meeting, and to take back what was never entered', async () => {
    await expect(enter(await meetingOf(2), '2026-01-09')).rejects.toThrow(Invalid)
    await expect(enter(randomUUID(), '2026-05-20')).rejects.toThrow(Invalid)
    await expect(enter(await meetingOf(3), null)).rejects.toThrow(Invalid)
  })
})

it('a rulebook read again after something was added has it, whoever of the bureau reads', async () => {
  const id = `OWN-${++made}`
  await asViewer(keeper, readRulebook)
  await copyProfile(as(keeper), { id: 'CN-LAW-2025', version: 1 }, { id, name: '新' })
  expect((await asViewer(keeper, readRulebook)).profileOf(id, 1).name).toBe('新')
  expect((await rulebookFor(bureau.people.finance)).profileOf(id, 1).name).toBe('新')
})

describe('where the profile names the deputy in charge', () => {
  it('the deputy signs and finds it on the desk, and the director does not', async () => {
    const { people } = neighbour
    const from = { id: 'SC-GOV-2024', version: 1 }
    const own = await copyProfile(as(stranger), from, { id: 'DEPUTY', name: '分管领导签发' })
    const chain = { signerRole: 'deputy', chain: '处室负责人\n办公室核稿' }
    const { profile } = await readProfile(stranger, own.id, '1')
    const next = await saveProfile(as(stranger), own, { ...formValues(profile), ...chain })
    await putInForce(as(stranger), next, { tracks: ['cppcc'], from: '2026-03-01' })
    const item = await drafted(neighbour)
    await submitForClearance(as(people.handler), item)
    await approveAll(neighbour, item)
    const { row, steps } = await replyOf(people.handler, item.proposalId)
    expect(steps.map((s) => s.role).toSorted()).toEqual(['division_head', 'office_reviewer'])
    const waits = async (viewer: Viewer) => (await readDesk(viewer, '2026-03-20')).map((t) => t.kind)
    expect(await waits(people.deputy)).toContain('sign')
    expect(await waits(people.director)).not.toContain('sign')
    const hash = row.frozenHash ?? ''
    await expect(signReply(as(people.director), item, { hash })).rejects.toThrow(Refused)
    await signReply(as(people.deputy), item, { hash })
    expect((await replyOf(people.handler, item.proposalId)).row.state).toBe('signed')
  })
})
