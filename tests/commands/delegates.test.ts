import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { addDelegate, carryToTerm, correctDelegate } from '~/domain/delegates/delegates.server'
import { delegateRecord, type DelegateRecord } from '~/domain/delegates/delegate-record'
import { refuseSpellings } from '~/domain/delegates/name-sponsors.server'
import { findDelegates, readDelegate, readToCarry } from '~/domain/delegates/read-delegates.server'
import { spellingOf } from '~/domain/people/name-spelling.server'
import type { Viewer } from '~/domain/people/viewer'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { as, inHandling, openBureau, registered, type Bureau } from '../support/story'
import { onCluster, useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
}, 60_000)

const record = (over: Partial<DelegateRecord> = {}): DelegateRecord => ({
  track: 'npc', kind: 'person', organisationKind: null, name: '单雄信', term: 6, sector: '', delegation: '第三代表团',
  liaisonGroup: '', workplace: '瓦岗小学', title: '教师', phone: '13900000000', address: '瓦岗路 1 号', ...over,
}) // prettier-ignore
const registrar = () => as(bureau.people.registrar)
const add = (over: Partial<DelegateRecord> = {}) => addDelegate(registrar(), record(over))
const found = async (q: string, viewer: Viewer = bureau.people.registrar) => {
  const { rows } = await findDelegates(viewer, { q, track: null, kind: null, term: null }, null)
  return rows.map((r) => r.name)
}

describe('a name is spelt', () => {
  it.each([
    ['单雄信', 'shanxiongxin', 'sxx'], ['仇英', 'qiuying', 'qy'], ['解晓东', 'xiexiaodong', 'xxd'], ['曾国', 'zengguo', 'zg'],
    ['区伟', 'ouwei', 'ow'], ['查良', 'zhaliang', 'zl'], ['尉迟恭', 'yuchigong', 'ycg'], ['吕布', 'lvbu', 'lb'],
    ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ])('%s → %s, %s', (name, pinyin, initials) => expect(spellingOf(name)).toEqual({ pinyin, initials })) // prettier-ignore

  it('and an organisation’s begins with no surname', () =>
    expect(spellingOf('解放路委员工作站', false).pinyin).toMatch(/^jiefang/))
})

describe('the register', () => {
  it('is searched by name, full spelling and initials, from the beginning', async () => {
    await add()
    for (const q of ['单雄', 'shanx', 'Shan Xiong', 'sxx', 'SX'])
      expect(await found(q), q).toContain('单雄信')
    for (const q of ['dan', 'xiong', '雄信', 'sxxx']) expect(await found(q), q).not.toContain('单雄信')
  })

  it('finds who was written down by a registration', async () => {
    await registered(bureau, { sponsors: ['仇远'] })
    expect(await found('qiuy')).toEqual(['仇远'])
  })

  it('says who a sponsor’s initials may be, and guesses nobody', async () => {
    await add({ track: 'cppcc', name: '覃思远', term: 7, delegation: '', sector: '科技界' })
    const said = { meetingId: bureau.meetingId, track: 'cppcc' as const }
    const refused = refuseSpellings(bureau.people.registrar, { ...said, sponsors: ['段长风', 'qsy'] })
    await expect(refused).rejects.toThrow('“qsy”可能是 覃思远（科技界，瓦岗小学教师）')
    await expect(refuseSpellings(bureau.people.registrar, { ...said, sponsors: ['xyzq'] })).rejects.toThrow(
      '没有',
    )
    await refuseSpellings(bureau.people.registrar, { ...said, sponsors: ['段长风'] })
  })

  it('pages in the order of the spelling and loses nobody', async () => {
    for (let n = 0; n < 55; n++) await add({ name: '翻页', workplace: `单位${n}`, phone: '', address: '' })
    const filter = { q: 'fanye', track: null, kind: null, term: null }
    const first = await findDelegates(bureau.people.registrar, filter, null)
    const second = await findDelegates(bureau.people.registrar, filter, first.next)
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null])
    expect(new Set([...first.rows, ...second.rows].map((r) => r.id)).size).toBe(55)
  }, 30_000)

  it('reaches its index as the application’s role', async () => {
    await onCluster(database.ownerUrl(), 'analyze delegate')
    const plan = await asViewer(bureau.people.registrar, async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return await tx.execute(sql`explain select * from delegate where bureau_id = (select fuhan_bureau())
        and (pinyin ~>=~ 'shan' and pinyin ~<~ 'shan~')`)
    })
    expect(JSON.stringify(plan)).toMatch(/Index Cond[^"]*pinyin/)
  })

  it('keeps two of one name apart, and the same record but once', async () => {
    await add({ name: '张伟', delegation: '第一代表团' })
    await add({ name: '张伟', delegation: '第二代表团' })
    await expect(add({ name: '张伟', delegation: '第一代表团' })).rejects.toBeInstanceOf(Invalid)
  })

  it('is kept by the registrar and the coordinator; corrected only by who saw what stands there', async () => {
    const { id } = await add({ name: '改名' })
    await expect(addDelegate(as(bureau.people.handler), record())).rejects.toBeInstanceOf(Refused)
    await expect(addDelegate(as(bureau.founder), record())).rejects.toBeInstanceOf(Refused)
    const change = { ...record({ name: '改过' }), version: 1 }
    await correctDelegate(as(bureau.people.coordinator), id, change)
    expect(await found('gaiguo')).toEqual(['改过'])
    await expect(correctDelegate(registrar(), id, { ...change, name: '再改' })).rejects.toBeInstanceOf(
      Conflict,
    )
  })

  it('keeps track, kind and term of a record whatever is sent', async () => {
    const { id } = await add({ name: '不动' })
    await correctDelegate(registrar(), id, {
      ...record({ name: '不动', track: 'cppcc', term: 9 }),
      version: 1,
    })
    expect(await readDelegate(bureau.people.registrar, id)).toMatchObject({ track: 'npc', term: 6 })
  })

  it('is the bureau’s own', async () => {
    const { id } = await add({ name: '本局' })
    expect(await found('benju', neighbour.people.registrar)).toEqual([])
    await expect(readDelegate(neighbour.people.registrar, id)).rejects.toBeInstanceOf(NotFound)
    await expect(readDelegate(bureau.people.supervisor, id)).rejects.toBeInstanceOf(NotFound)
    await expect(findDelegates(bureau.people.finance, { q: '', track: null, kind: null, term: null }, null)).rejects.toBeInstanceOf(NotFound)
  }) // prettier-ignore

  it('asks an organisation what it is, and a person not', () => {
    const says = (over: object) => delegateRecord.safeParse({ ...record(), ...over }).success
    expect(says({ kind: 'organisation', organisationKind: 'party' })).toBe(true)
    expect(says({ kind: 'organisation' })).toBe(false)
    expect(says({ organisationKind: 'party' })).toBe(false)
  })
})

describe('phone and address', () => {
  it('are read by who keeps the register or handles an item of his, and nobody else; the log holds neither', async () => {
    const { id } = await add({ track: 'cppcc', name: '陶隐', term: 7 })
    await inHandling(bureau, { sponsors: ['陶隐'] })
    const contactFor = async (viewer: Viewer) => (await readDelegate(viewer, id)).contact?.phone ?? null
    const { people } = bureau
    for (const viewer of [people.registrar, people.coordinator, people.handler, people.division_head])
      expect(await contactFor(viewer), viewer.name).toBe('13900000000')
    expect(await contactFor(people.other_head)).toBeNull()
    const { id: unrelated } = await add({ name: '无件' })
    expect((await readDelegate(people.handler, unrelated)).contact).toBeNull()
    const log = await asViewer(people.audit_admin, (tx) =>
      tx.execute(sql`select body::text from event where proposal_id is null`),
    )
    expect(JSON.stringify(log)).not.toMatch(/13900000000|瓦岗/)
    expect(JSON.stringify(log)).toContain(id)
  })

  it('lists the items this viewer may see, and no others', async () => {
    const { rows } = await findDelegates(
      bureau.people.registrar,
      { q: '陶隐', track: null, kind: null, term: null },
      null,
    )
    const id = rows[0]?.id ?? ''
    expect((await readDelegate(bureau.people.handler, id)).items).toHaveLength(1)
    expect((await readDelegate(bureau.people.other_head, id)).items).toEqual([])
  })
})

describe('a change of term', () => {
  it('gives each chosen one a record of the new term, linked to the former; items stay where they are', async () => {
    const { id } = await add({ track: 'cppcc', name: '连任', term: 7 })
    const proposalId = await registered(bureau, { sponsors: ['连任'] })
    expect(proposalId).toBeTruthy()
    const command = registrar()
    const made = await carryToTerm(command, { ids: [id], term: 8 })
    expect(made).toEqual({ carried: 1, skipped: 0 })
    expect(await carryToTerm(command, { ids: [id], term: 8 })).toEqual(made)
    expect(await carryToTerm(registrar(), { ids: [id], term: 8 })).toEqual({ carried: 0, skipped: 1 })
    const { terms, items } = await readDelegate(bureau.people.registrar, id)
    expect(terms.map((t) => t.term)).toEqual([8, 7])
    expect(items.map((i) => i.term)).toEqual([7])
    const next = await readDelegate(bureau.people.registrar, terms[0]?.id ?? '')
    expect([next.name, next.contact?.phone, next.delegation]).toEqual(['连任', '13900000000', '第三代表团'])
    expect(
      (await readToCarry(bureau.people.registrar, { track: 'cppcc', term: 7 })).map((r) => r.name),
    ).not.toContain('连任')
  })

  it('goes forward only, and never with a record of another bureau', async () => {
    const { id } = await add({ name: '回头' })
    await expect(carryToTerm(registrar(), { ids: [id], term: 6 })).rejects.toBeInstanceOf(Invalid)
    await expect(carryToTerm(as(neighbour.people.registrar), { ids: [id], term: 8 })).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('deletes nothing: no role of the application may', async () => {
    const gone = asViewer(bureau.people.coordinator, (tx) => tx.execute(sql`delete from delegate`))
    await expect(gone).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
