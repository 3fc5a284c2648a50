import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { signIn } from '~/auth/sign-in.server'
import { signedIn } from '~/auth/signed-in.server'
import { handOver, type HandedItem } from '~/domain/allocation/hand-over.server'
import { readHandover, readWorkload } from '~/domain/allocation/read-handover.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { addUser } from '~/domain/people/add-user.server'
import { disableAccount, giveRoles, readOpenWork } from '~/domain/people/authority.server'
import { readAccount } from '~/domain/people/read-accounts.server'
import { asViewer } from '~/db/client.server'
import { readProposal } from '~/domain/proposal/read-proposal.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import type { Role } from '~/domain/people/kinds'
import { NotFound, Refused, type Refusal } from '~/domain/refusals'
import { as, businessNow, drafted, inHandling, openBureau, realNow, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau()
}, 60_000)

const password = 'Abcdef#2026'
const member = (role: Role, divisionId: string | null = null) => ({ role, divisionId, unitId: null })
const lead = () => bureau.divisionIds['成果处'] ?? ''

async function another(role: Role, divisionId: string | null = null) {
  return await addUser(
    bureau.founder,
    {
      login: `u-${randomUUID()}`, name: '接任', title: '科员', phone: '',
      passwordHash: await hashPassword(password), memberships: [member(role, divisionId)],
    },
    { now: businessNow, realNow },
  ) // prettier-ignore
}
const refusedBy = async (act: Promise<unknown>): Promise<readonly Refusal[]> => {
  const error = await act.then(() => null, (e: unknown) => e) // prettier-ignore
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
  return error.reasons
}
const security = () => as(bureau.people.security_admin)
const versionOf = async (id: string) => (await readAccount(bureau.people.security_admin, id)).version
const disable = async (id: string) => disableAccount(security(), id, { version: await versionOf(id) })
const itemsOf = async (id: string, to: string): Promise<HandedItem[]> =>
  (await readHandover(bureau.people.coordinator, id)).items.map((i) => ({ ...i, handlerId: to }))

describe('a handler who leaves with open work', () => {
  it('is blocked until it is handed over, one event each; then nobody signs in as him', async () => {
    const leaver = bureau.people.handler.userId ?? ''
    const ids = [await inHandling(bureau), await inHandling(bureau)]
    await startReply(as(bureau.people.handler), { proposalId: ids[0] ?? '' })
    const [reason, ...more] = await refusedBy(disable(leaver))
    expect([reason?.code, more]).toEqual(['OPEN_ITEMS', []])
    expect(reason?.message).toContain('2 件')
    expect(reason?.whoCanResolve).toContain('综合处coordinator')
    const heir = await another('handler', lead())
    const results = await handOver(as(bureau.people.coordinator), {
      items: await itemsOf(leaver, heir),
      reason: '调离',
    })
    expect(results.map((r) => r.problem)).toEqual([null, null])
    expect((await readHandover(bureau.people.coordinator, leaver)).items).toEqual([])
    await disable(leaver)
    expect((await readAccount(bureau.people.security_admin, leaver)).disabledAt).toEqual(realNow)
    bureau.people.handler = { ...bureau.people.handler, userId: heir }
    // The heir goes on with the draft that was begun.
    const number = (await readHandover(bureau.people.coordinator, heir)).items[0]?.registerNo ?? ''
    const { facts, events } = await readProposal(bureau.people.coordinator, number, {
      now: businessNow,
      realNow,
    })
    expect(facts.proposal.handlerId).toBe(heir)
    expect(events[0]?.sentence).toBe('改由接任承办：调离')
  })

  it('keeps what one row in the way would lose: the others are handed over, and it says why', async () => {
    const leaver = await another('handler', lead())
    const heir = await another('handler', lead())
    const own = { ...bureau.people.handler, userId: leaver }
    const ids = [await inHandling({ ...bureau, people: { ...bureau.people, handler: own } })]
    const items = await itemsOf(leaver, heir)
    const stale = { ...items[0]!, version: 1 }
    const results = await handOver(as(bureau.people.coordinator), {
      items: [stale, { ...stale, proposalId: randomUUID(), registerNo: '没有的' }],
      reason: '调离',
    })
    expect(results.map((r) => r.problem !== null)).toEqual([true, true])
    const command = as(bureau.people.division_head)
    const once = await handOver(command, { items, reason: '调离' })
    expect(once.map((r) => r.problem)).toEqual([null])
    expect(await handOver(command, { items, reason: '调离' })).toEqual(once)
    expect(ids).toHaveLength(1)
  })

  it('is handed over by the head of his division too, of that division alone; by nobody else', async () => {
    const { people } = bureau
    const open = (await readWorkload(people.division_head)).reduce((sum, h) => sum + h.open, 0)
    expect(open).toBeGreaterThan(0)
    expect((await readWorkload(people.other_head)).every((h) => h.open === 0)).toBe(true)
    const heir = people.handler.userId ?? ''
    expect((await readHandover(people.other_head, heir)).items).toEqual([])
    await expect(readHandover(people.director, heir)).rejects.toBeInstanceOf(NotFound)
    await expect(readWorkload(people.security_admin)).rejects.toBeInstanceOf(NotFound)
  })

  it('shows administrators numbers alone, and a reader of another bureau nothing', async () => {
    const neighbour = await openBureau('邻市科学技术局')
    const id = bureau.people.handler.userId ?? ''
    const work = (viewer: Bureau['people']['handler']) => asViewer(viewer, (tx) => readOpenWork(tx, id))
    const [row] = await work(bureau.people.security_admin)
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['divisionId', 'kind', 'n', 'role'])
    expect(await work(neighbour.people.security_admin)).toEqual([])
    expect(await work(bureau.people.handler)).toEqual([])
  })
})

describe('a reviewer who leaves', () => {
  it('is blocked while a step waits for nobody else, and leaves once a substitute is there', async () => {
    const reply = await drafted(bureau)
    await submitForClearance(as(bureau.people.handler), reply)
    const reviewer = bureau.people.office_reviewer.userId ?? ''
    const [reason] = await refusedBy(disable(reviewer))
    expect([reason?.code, reason?.message.includes('有 1 步审核')]).toEqual(['ONLY_HOLDER', true])
    const substitute = await another('registrar')
    await giveRoles(security(), substitute, {
      version: await versionOf(substitute),
      memberships: [member('registrar'), member('office_reviewer')],
    })
    await disable(reviewer)
  })

  it('loses a role by the same rule', async () => {
    const only = bureau.people.seal_clerk.userId ?? ''
    const taken = giveRoles(security(), only, { version: await versionOf(only), memberships: [] })
    expect((await refusedBy(taken)).map((r) => r.code)).toEqual(['ONLY_HOLDER'])
  })
})

describe('a change of roles', () => {
  it('ends the account’s sessions at once', async () => {
    const id = await another('registrar')
    const { login } = await readAccount(bureau.people.security_admin, id)
    const signed = await signIn(
      { login, password, source: '10.0.0.1' },
      { businessAt: new Date(), recordedAt: new Date() },
    )
    if (!('token' in signed)) throw new Error(signed.refused)
    const request = new Request('http://x/', { headers: { Cookie: `fuhan_session=${signed.token}` } })
    expect(await signedIn(request, new Date())).not.toBeNull()
    await giveRoles(security(), id, { version: 1, memberships: [member('archivist')] })
    expect(await signedIn(request, new Date())).toBeNull()
  })
})
