import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { proposalSearch } from '~/db/schema/search'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { nobody, type Viewer } from '~/domain/people/viewer'
import { countProposals } from '~/domain/proposal/count-proposals.server'
import { findProposals } from '~/domain/proposal/find-proposals.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { phraseQueries } from '~/domain/search/bigrams'
import { indexWhatIsMissing, recountSearch } from '~/domain/search/index-proposals.server'
import { lookFor, mostFound, searchIds } from '~/domain/search/search-proposals.server'
import { onHouse } from '../support/demo-viewer'
import { as, inHandling, openBureau, registered, signed, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

const database = useTestDatabase()
const today = '2026-03-20'
let bureau: Bureau
let neighbour: Bureau
let asked: string
let plain: string

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
  asked = await inHandling(bureau, { officialNo: '0098', text: '建议开放共享大型科研仪器，并给予补贴。' })
  plain = await registered(bureau, { officialNo: '63', subject: '关于充电桩进老旧小区的提案', text: '电动车“飞线”充电，隐患大。' })
  await sendRequest(
    as(bureau.people.handler),
    { proposalId: asked },
    { unitId: bureau.unitIds['市财政局'] ?? '', divisionId: null, question: '请提意见', dueOn: null },
  )
}, 60_000) // prettier-ignore

const find = (viewer: Viewer, phrase: string) =>
  asViewer(viewer, (tx) => searchIds(tx, phraseQueries(phrase), 100))
const listed = async (viewer: Viewer, q: string) =>
  (await findProposals(viewer, { q }, today)).rows.map((r) => r.id)

describe('a phrase is found', () => {
  it('in text, subject, sponsor’s name and number, by one character, several, and words apart', async () => {
    const { coordinator } = bureau.people
    for (const q of ['科研仪器', '仪', '补贴', '贴', '仪器 补贴', '0098', '98', '第98号提案'])
      expect(await listed(coordinator, q), q).toEqual([asked])
    for (const q of ['充电桩进老旧小区', '飞线', '63', '0063', '大']) {
      const found = await listed(coordinator, q)
      expect(found, q).toContain(plain)
    }
    expect((await listed(coordinator, '段长风')).toSorted()).toEqual([asked, plain].toSorted())
    for (const q of ['仪器补贴', '科研充电', '6', '，。']) expect(await listed(coordinator, q), q).toEqual([])
  })

  it('the figures count what the list shows', async () => {
    const { counts } = await countProposals(bureau.people.supervisor, { q: '充电' }, today)
    expect(counts.map((c) => [c.state, c.all])).toEqual([['registered', 1]])
  })

  it('as soon as the asks are written, and no longer when they are written anew', async () => {
    const { registrar } = bureau.people
    await recordAsks(as(registrar), { proposalId: plain }, { asks: ['建立巡查台账'] })
    expect(await listed(registrar, '巡查台账')).toEqual([plain])
    await recordAsks(as(registrar), { proposalId: plain }, { asks: ['逐户摸底'] })
    expect(await listed(registrar, '巡查台账')).toEqual([])
    expect(await listed(registrar, '逐户摸底')).toEqual([plain])
  })

  it('in the letter once it has gone out, not while it is a draft', async () => {
    const reply = await signed(bureau)
    expect(await find(bureau.people.coordinator, '感谢关心')).toEqual([])
    await issueLetter(as(bureau.people.seal_clerk), reply, { isSealed: true })
    expect(await find(bureau.people.coordinator, '感谢关心')).toEqual([reply.proposalId])
    expect(await find(bureau.people.supervisor, '感谢关心')).toEqual([reply.proposalId])
  })

  it('of a long text also where two of its rows meet', async () => {
    const filler = Array.from({ length: 3_960 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
    const id = await registered(bureau, { text: `${filler}琴棋书画诗酒花${filler}渔樵耕读` })
    for (const q of ['琴棋书画诗酒花', '渔樵耕读', '耕读 琴棋'])
      expect(await find(bureau.people.coordinator, q), q).toEqual([id])
  })
})

describe('nobody finds what he may not see', () => {
  it('not the neighbour, not another division, not a unit that was not asked, not nobody', async () => {
    const { people } = bureau
    for (const viewer of [neighbour.people.coordinator, people.other_head, people.education, people.audit_admin, nobody])
      expect(await find(viewer, '仪器'), viewer.name).toEqual([])
    for (const viewer of [people.coordinator, people.handler, people.supervisor, people.finance])
      expect(await find(viewer, '仪器'), viewer.name).toEqual([asked])
    expect(await find(people.finance, '充电')).toEqual([])
  }) // prettier-ignore

  it('a unit finds nothing of the letter in which its own item was answered', async () => {
    const [row] = await asViewer(bureau.people.finance, (tx) =>
      tx.select().from(proposalSearch).where(eq(proposalSearch.visibility, 'staff')),
    )
    expect(row).toBeUndefined()
  })

  it('nor does a neighbour write into the index', async () => {
    const row = { proposalId: asked, visibility: 'staff' as const, part: 9, bureauId: bureau.bureauId, digest: '', words: `'x':1` }
    for (const viewer of [neighbour.people.coordinator, bureau.people.finance, bureau.people.supervisor])
      await expect(asViewer(viewer, (tx) => tx.insert(proposalSearch).values(row)), viewer.name).rejects.toThrow()
  }) // prettier-ignore
})

describe('the index', () => {
  it('differs nowhere from a recount', async () => {
    expect(await recountSearch(bureau.bureauId)).toBe(0)
  })

  it('is mended by a recount, and made for what stood there before it', async () => {
    await onHouse(database.superuserUrl(), async (owner) => {
      await owner`delete from proposal_search where proposal_id = ${plain}`
      await owner`update proposal set subject = '关于乡村医生待遇的提案' where id = ${asked}`
    })
    expect(await find(bureau.people.coordinator, '充电桩')).toEqual([])
    expect(await indexWhatIsMissing(bureau.bureauId)).toBe(1)
    expect(await indexWhatIsMissing(bureau.bureauId)).toBe(0)
    expect(await find(bureau.people.coordinator, '充电桩')).toEqual([plain])
    expect(await recountSearch(bureau.bureauId)).toBe(1)
    expect(await find(bureau.people.coordinator, '乡村医生')).toEqual([asked])
  })

  it('of a common phrase reads the list in its order and looks at each', async () => {
    await onHouse(database.superuserUrl(), async (owner) => {
      await owner`insert into proposal select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
        'register_no', '2025-' || g, 'official_no', 'x' || g))).* from proposal p, generate_series(1, 1200) g where p.id = ${asked}`
      await owner`insert into proposal_access select p.id, a.party, a.bureau_id, a.scope,
        date '2026-01-01' + (substr(p.register_no, 6)::int % 365), p.register_no
        from proposal p, proposal_access a where p.register_no like '2025-%' and a.proposal_id = ${asked}`
      await owner`insert into proposal_search select p.id, s.visibility, s.part, s.bureau_id, s.digest, s.words
        from proposal p, proposal_search s where p.register_no like '2025-%' and s.proposal_id = ${asked}`
      await owner`analyze`
    })
    const { coordinator } = bureau.people
    const { count } = await asViewer(coordinator, (tx) => lookFor(tx, '仪器'))
    expect(count).toBeNull()
    const first = await findProposals(coordinator, { q: '仪器' }, today)
    expect([first.rows.length, first.isCommon]).toEqual([50, true])
    const second = await findProposals(coordinator, { q: '仪器', after: first.next ?? '' }, today)
    expect(new Set([...first.rows, ...second.rows].map((r) => r.id)).size).toBe(100)
    const rare = await findProposals(coordinator, { q: '充电桩' }, today)
    expect([rare.rows.map((r) => r.id), rare.isCommon]).toEqual([[plain], false])
    expect(mostFound).toBe(1_000)
  })

  it('serves a phrase from its index, and the list from the ids, as the roles that read them', async () => {
    const body = await onHouse(database.superuserUrl(), async (owner) => {
      const [row] = await owner<
        { src: string }[]
      >`select prosrc as src from pg_proc where proname = 'fuhan_search'`
      return row?.src ?? ''
    })
    const query = /return query (select[^;]*)limit most;/.exec(body)?.[1] ?? ''
    const phrase = phraseQueries('充电桩')[0]?.replaceAll("'", "''") ?? ''
    const statement = query
      .replaceAll('phrases[1]', `'${phrase}'::tsquery`)
      .replaceAll('phrases[2:]', `array[]::tsquery[]`)
    const plan = await onHouse(database.superuserUrl(), async (owner) => {
      await owner.unsafe('set role fuhan_doorkeeper')
      return (await owner.unsafe(`explain ${statement} limit 1001`))
        .map((r) => String(r['QUERY PLAN']))
        .join('\n')
    })
    expect(plan).toMatch(/Bitmap Index Scan on proposal_search_words/)
    expect(plan).not.toMatch(/Seq Scan on proposal_search s/)
    const list = await asViewer(bureau.people.coordinator, async (tx) => {
      const { condition } = await lookFor(tx, '充电桩')
      const lines = await tx.execute<{
        'QUERY PLAN': string
      }>(sql`explain select proposal_access.register_no from proposal_access
        join proposal on proposal.id = proposal_access.proposal_id where ${condition} and proposal_access.party = 'bureau'`)
      return lines.map((l) => l['QUERY PLAN']).join('\n')
    })
    expect(list).not.toMatch(/Seq Scan/)
  })
})
