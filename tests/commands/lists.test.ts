import { sql, type SQLWrapper } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, type Tx } from '~/db/client.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { addDays } from '~/domain/deadlines/day'
import { dueKeys, readDueItems } from '~/domain/desk/read-due-items.server'
import { readHandlingPeople } from '~/domain/people/handling-people.server'
import type { Viewer } from '~/domain/people/viewer'
import { countOwed, countProposals } from '~/domain/proposal/count-proposals.server'
import { findKeys, findProposals } from '~/domain/proposal/find-proposals.server'
import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { proposalStates } from '~/domain/proposal/states'
import { onHouse } from '../support/demo-viewer'
import { as, inHandling, openBureau, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
let bureau: Bureau
let asking: string
const today = '2026-03-20'

beforeAll(async () => {
  bureau = await openBureau()
  asking = await inHandling(bureau)
  for (const name of ['市财政局', '市教委'])
    await sendRequest(
      as(bureau.people.handler),
      { proposalId: asking },
      { unitId: bureau.unitIds[name] ?? '', divisionId: null, question: '请提意见', dueOn: null },
    )
  // Late, due within a fortnight, and far off, by the first contact due twenty working days after receipt.
  for (const receivedOn of ['2026-01-12', '2026-02-12', '2026-02-26', '2026-03-19'])
    await registered(bureau, { receivedOn, assignedOn: receivedOn })
}, 60_000)

const all = (viewer: Viewer, filter: ProposalFilter, day = today) => findProposals(viewer, filter, day, 1_000)

describe('the figures of supervision', () => {
  it.each(['supervisor', 'coordinator'] as const)('are as many as their lists show: %s', async (role) => {
    const viewer = bureau.people[role]
    for (const scope of [{}, { division: bureau.divisionIds['成果处'] ?? '' }, { track: 'npc' as const }]) {
      const { counts, isCapped } = await countProposals(viewer, scope, today)
      expect(isCapped).toBe(false)
      for (const state of proposalStates) {
        const count = counts.find((c) => c.state === state) ?? { all: 0, late: 0, within14: 0 }
        expect((await all(viewer, { ...scope, state })).rows).toHaveLength(count.all)
        for (const due of ['late', 'within14'] as const)
          expect((await all(viewer, { ...scope, state, due })).rows, `${state} ${due}`).toHaveLength(
            count[due],
          )
      }
      expect((await all(viewer, scope)).rows).toHaveLength(counts.reduce((n, c) => n + c.all, 0))
    }
    const { counts: whole } = await countProposals(viewer, {}, today)
    expect(whole.reduce((n, c) => n + c.late, 0)).toBeGreaterThan(0)
    expect(whole.reduce((n, c) => n + c.within14, 0)).toBeGreaterThan(0)
  })

  it('name the units that owe, each as many as its list, and forget who has answered', async () => {
    const viewer = bureau.people.supervisor
    const before = await countOwed(viewer, {}, today)
    expect(before.map((o) => [o.name, o.all])).toEqual([
      ['市教委', 1],
      ['市财政局', 1],
    ])
    for (const { unitId, all: n } of before)
      expect((await all(viewer, { unit: unitId })).rows.map((r) => r.id)).toEqual(n === 1 ? [asking] : [])
    const [own] = await asViewer(bureau.people.finance, (tx) =>
      tx.execute<{ id: string }>(sql`select id from request`),
    )
    await answerRequest(as(bureau.people.finance), { proposalId: asking, requestId: own?.id ?? '' }, {
      isNoObjection: true, text: '', docNo: '', contactName: '', contactPhone: '',
    }) // prettier-ignore
    expect((await countOwed(viewer, {}, today)).map((o) => o.name)).toEqual(['市教委'])
    expect((await all(viewer, { unit: bureau.unitIds['市财政局'] ?? '' })).rows).toEqual([])
    const late = await countOwed(viewer, {}, '2027-01-01')
    expect(late).toMatchObject([{ name: '市教委', all: 1, late: 1 }])
  })

  it('stop at a limit, and keep what is late whole', async () => {
    const viewer = bureau.people.coordinator
    const sum = (counts: readonly { late: number }[]) => counts.reduce((n, c) => n + c.late, 0)
    const whole = await countProposals(viewer, {}, today)
    const capped = await countProposals(viewer, {}, today, sum(whole.counts))
    expect(capped.isCapped).toBe(true)
    expect(sum(capped.counts)).toBe(sum(whole.counts))
  })

  it('put the worst first', async () => {
    const days = (await all(bureau.people.supervisor, {})).rows.map((r) => r.clock?.dueOn ?? '9999-12-31')
    expect(days).toEqual(days.toSorted())
  })
})

describe('late in fourteen days', () => {
  it('is what is on time today and late when the fourteenth day from now has passed, in every unit', async () => {
    const { rows } = await all(bureau.people.coordinator, { due: 'within14' })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.clock?.left.kind).not.toBe('late')
      expect((row.clock?.dueOn ?? '') <= addDays(today, 14)).toBe(true)
    }
    const [row] = rows
    const dueOn = row?.clock?.dueOn ?? ''
    const found = async (day: string) =>
      (await all(bureau.people.coordinator, { due: 'within14' }, day)).rows.some((r) => r.id === row?.id)
    expect(await found(addDays(dueOn, -14))).toBe(true)
    expect(await found(addDays(dueOn, -15))).toBe(false)
    expect(await found(dueOn)).toBe(true)
    expect(await found(addDays(dueOn, 1))).toBe(false)
  })
})

describe('the calendar of what is due', () => {
  const span = { from: '2026-01-01', to: '2026-12-31' }

  it('has each proposal on its day, the first of them by name and the rest counted', async () => {
    const viewer = bureau.people.coordinator
    const whole = await readDueItems(viewer, span, {}, { today, most: 100 })
    const capped = await readDueItems(viewer, span, {}, { today, most: 1 })
    expect(whole.flatMap((d) => d.rows).length).toBeGreaterThan(3)
    expect(capped.map((d) => [d.day, d.count])).toEqual(whole.map((d) => [d.day, d.count]))
    for (const { day, count, rows } of whole) {
      expect(rows).toHaveLength(count)
      expect((await all(viewer, { on: day })).rows.map((r) => r.id).toSorted()).toEqual(
        rows.map((r) => r.id).toSorted(),
      )
    }
    for (const { rows } of capped) expect(rows).toHaveLength(1)
  })

  it('shows a division its own, whoever asks, and by handler his own', async () => {
    const { people } = bureau
    const ids = async (viewer: Viewer, filter: ProposalFilter = {}) =>
      (await readDueItems(viewer, span, filter, { today, most: 100 })).flatMap((d) => d.rows.map((r) => r.id))
    expect(await ids(people.handler)).toEqual([asking])
    expect(await ids(people.other_head)).toEqual([])
    expect(await ids(people.audit_admin)).toEqual([])
    expect(await ids(people.coordinator, { handler: people.handler.userId ?? '' })).toEqual([asking])
    expect(await ids(people.coordinator, { handler: people.division_head.userId ?? '' })).toEqual([])
    expect(await ids(people.coordinator, { division: bureau.divisionIds['社发处'] ?? '' })).toEqual([])
  })
})

describe('who is named', () => {
  it('a supervisor sees that a proposal is signed for, not by whom; the bureau sees both', async () => {
    const seen = async (viewer: Viewer) => {
      const row = (await all(viewer, {})).rows.find((r) => r.id === asking)
      return [row?.isSignedFor, row?.handler]
    }
    expect(await seen(bureau.people.supervisor)).toEqual([true, null])
    expect(await seen(bureau.people.coordinator)).toEqual([true, 'handler'])
  })

  it('a list is narrowed by the handlers one may know: a division’s own, none for supervisors', async () => {
    const names = async (viewer: Viewer) => (await readHandlingPeople(viewer)).handlers.map((h) => h.name)
    expect(await names(bureau.people.coordinator)).toEqual(['handler'])
    expect(await names(bureau.people.handler)).toEqual(['handler'])
    expect(await names(bureau.people.other_head)).toEqual([])
    expect(await names(bureau.people.supervisor)).toEqual([])
    expect(await readHandlingPeople(bureau.people.finance)).toEqual({
      divisions: [],
      handlers: [],
      units: [],
    })
  })
})

describe('every list of a bureau with three thousand proposals', () => {
  beforeAll(async () => {
    await onHouse(database.superuserUrl(), async (owner) => {
      await owner`insert into proposal select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
        'register_no', '2025-' || g, 'official_no', 'x' || g))).* from proposal p, generate_series(1, 3000) g where p.id = ${asking}`
      await owner`insert into proposal_access select p.id, a.party, a.bureau_id, a.scope,
        date '2026-01-01' + (substr(p.register_no, 6)::int % 365), p.register_no
        from proposal p, proposal_access a where p.register_no like '2025-%' and a.proposal_id = ${asking}`
      await owner`insert into request select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
        'proposal_id', p.id))).* from request r, proposal p where p.register_no like '2025-%' and r.proposal_id = ${asking}`
      await owner`analyze`
    })
  }, 60_000)

  const page: [string, ProposalFilter][] = [
    ['whole', {}],
    ['late in fourteen days', { due: 'within14' }],
    ['late, the next page', { due: 'late', after: '2026-01-01~2025-1' }],
    ['of a division', { division: '' }],
    ['of a handler', { handler: '' }],
    ['of a unit that owes', { unit: '' }],
  ]

  it.each(page)(
    'comes straight off its index, in its order, as the application role: %s',
    async (_name, f) => {
      const { people, divisionIds, unitIds } = bureau
      const filter: ProposalFilter = {
        ...f,
        ...('division' in f ? { division: divisionIds['成果处'] } : {}),
        ...('handler' in f ? { handler: people.handler.userId ?? '' } : {}),
        ...('unit' in f ? { unit: unitIds['市教委'] } : {}),
      }
      for (const viewer of [people.coordinator, people.supervisor, people.handler]) {
        const plan = await planOf(viewer, (tx) => findKeys(tx, viewer, { ...filter, found: null }, today, 51))
        expect(plan, viewer.name).toMatch(/Index (Only )?Scan using proposal_access_list on proposal_access/)
        expect(plan).not.toMatch(/Seq Scan|\bSort\b/)
      }
    },
  )

  it('and the calendar reads only its span of that index', async () => {
    const span = { from: '2026-03-01', to: '2026-04-05' }
    for (const viewer of [bureau.people.coordinator, bureau.people.supervisor, bureau.people.handler]) {
      const plan = await planOf(viewer, (tx) =>
        dueKeys(tx, viewer, span, { found: null }, { today, most: 3 }),
      )
      expect(plan, viewer.name).toMatch(/proposal_access_list[^]*due_on >= '2026-03-01'/)
      expect(plan).not.toMatch(/Seq Scan on proposal_access/)
    }
  })
})

const planOf = (viewer: Viewer, query: (tx: Tx) => SQLWrapper) =>
  asViewer(viewer, async (tx) => {
    const lines = await tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${query(tx).getSQL()}`)
    return [...lines].map((line) => line['QUERY PLAN']).join('\n')
  })
