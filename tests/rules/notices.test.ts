import { describe, expect, it } from 'vitest'
import { chaseDue, type OpenWork } from '~/domain/deadlines/chase'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { audienceOf, type Concerned, type Post } from '~/domain/notices/audience'
import { nextTry } from '~/domain/notices/backoff'
import { nextDigest } from '~/domain/notices/next-digest'
import { digestOf, hrefOf, lineOf, mailOf } from '~/domain/notices/notice-text'
import { toldOf } from '~/domain/notices/told'
import { composeUrgingSheet } from '~/domain/urging/compose-urging-sheet'

const post = (role: Post['role'], userId: string = role, place: Partial<Post> = {}): Post => ({
  userId,
  role,
  divisionId: null,
  unitId: null,
  ...place,
})

const concerned: Concerned = {
  divisionId: 'd1', handlerId: 'handler', request: { unitId: 'u1', divisionId: null }, drafterId: 'handler', signerRole: null,
  openSteps: [], lapsedSteps: [], watcherIds: [],
  posts: [
    post('handler', 'handler', { divisionId: 'd1' }), post('division_head', 'head', { divisionId: 'd1' }),
    post('division_head', 'other head', { divisionId: 'd2' }), post('co_handler', 'finance', { unitId: 'u1' }),
    post('co_handler', 'education', { unitId: 'u2' }), post('coordinator'), post('deputy'), post('director'), post('supervisor'),
  ],
} // prettier-ignore

const hears = (topic: string, c: Partial<Concerned> = {}, actor: string | null = null) => {
  const told = toldOf(topic)
  if (!told) throw new Error(`nobody is told of ${topic}`)
  return audienceOf(told, { ...concerned, ...c }, actor).map((h) => `${h.userId} ${h.kind}`)
}

describe('who hears', () => {
  it.each([
    ['chase_request_remind', ['finance chase']],
    ['chase_request_escalate', ['finance chase', 'head chase', 'handler chase']],
    ['chase_request_supervise', ['supervisor chase', 'coordinator chase']],
    ['chase_reply_remind', ['handler chase']],
    ['chase_reply_escalate', ['handler chase', 'head chase']],
    ['chase_reply_supervise', ['supervisor chase', 'coordinator chase', 'deputy chase']],
    ['urge', ['handler chase', 'head chase']],
    ['allocate', ['head turn']],
  ])('%s', (topic, who) => {
    expect(hears(topic)).toEqual(who)
  })

  it('of a request to our own division its head, and above him the deputy', () => {
    const request = { unitId: null, divisionId: 'd2' }
    expect(hears('chase_request_escalate', { request })).toEqual(['other head chase', 'deputy chase', 'handler chase']) // prettier-ignore
  })

  it('of a step that waits its holder, and above a deputy the director', () => {
    const openSteps = [{ role: 'deputy', divisionId: null, isNew: false }]
    expect(hears('chase_clearance_step_remind', { openSteps })).toEqual(['deputy chase'])
    expect(hears('chase_clearance_step_escalate', { openSteps })).toEqual(['director chase'])
  })

  it('once, never of his own act, and nobody whose account is closed', () => {
    expect(hears('urge', { watcherIds: ['handler', 'coordinator', 'gone'] }, 'head')).toEqual([
      'handler chase',
      'coordinator watched',
    ])
  })
})

describe('what the ladder sends', () => {
  it('has a sentence for every step of every duty', () => {
    const rules = { profile: statutoryDefault, calendar: shippedCalendar() }
    const works: OpenWork[] = [
      ...(['request', 'reply', 'rework', 'receipt'] as const).map((of) => ({ of, id: 'x', dueOn: '2025-01-02' })),
      { of: 'clearance_step', id: 'x', openedOn: '2025-01-02' },
    ]
    for (const work of works)
      for (const { step } of chaseDue(work, '2026-01-05', rules))
        expect(toldOf(`chase_${work.of}_${step}`), `${work.of} ${step}`).not.toBeNull()
  }) // prettier-ignore
})

describe('the texts', () => {
  const item = { registerNo: '2026-0017', officialNo: '0217', track: 'npc' } as const

  it('name the item by its numbers alone', () => {
    expect(lineOf(item, '已办结')).toBe('2026-0017（第0217号建议）：已办结。')
  })

  it('lead to the page, the approval, or the unit’s own page', () => {
    expect(hrefOf('co-handling', '2026-0017', null)).toBe('/proposals/2026-0017/co-handling')
    expect(hrefOf('', '2026-0017', null)).toBe('/proposals/2026-0017')
    expect(hrefOf('approval', '2026-0017', null)).toBe('/approvals/2026-0017')
    expect(hrefOf('co-handling', '2026-0017', 'q')).toBe('/asked/q')
  })

  it('carry no link where the house does not know its own address', () => {
    const notice = { kind: 'turn', line: 'X。', href: '/x' } as const
    expect(mailOf('市科技局', notice, null).text).not.toContain('/x')
    expect(digestOf('市科技局', [notice, notice], 'https://a.example').text).toContain('2. X。\n   https://a.example/x')
  }) // prettier-ignore
})

describe('times', () => {
  it.each([
    ['2026-03-20T00:29:59Z', '2026-03-20T00:30:00.000Z'],
    ['2026-03-20T00:30:00Z', '2026-03-21T00:30:00.000Z'],
    ['2026-03-20T15:59:00Z', '2026-03-21T00:30:00.000Z'],
    ['2026-03-20T16:00:00Z', '2026-03-21T00:30:00.000Z'],
  ])('the digest after %s goes out at %s, 8:30 in Shanghai', (now, at) => {
    expect(nextDigest(new Date(now)).toISOString()).toBe(at)
  })

  it('a mail is tried after 1, 2, 4, 8 and then every 15 minutes', () => {
    const now = new Date('2026-03-20T00:00:00Z')
    const minutes = [0, 1, 2, 3, 4, 400].map((n) => (nextTry(n, now).getTime() - now.getTime()) / 60_000)
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15])
  })
})

describe('催办单', () => {
  const sheet = {
    bureau: '云汀市科学技术局', item: { meeting: '市政协七届四次会议', officialNo: '0217', track: 'cppcc', subject: '关于甲的提案', registerNo: '2026-0017' },
    addressee: '云汀市财政局', isRequest: true, dueOn: '2026-06-12', n: 2, reason: '请\u202e尽快\n办', urgedAt: new Date('2026-06-12T16:30:00Z'), contact: '承办：成果转化处沈知白',
  } as const // prettier-ignore

  it('says to whom, what, until when, that it is late, and why, in clean text', () => {
    const letter = composeUrgingSheet(sheet)
    expect(letter.salutation).toBe('云汀市财政局：')
    expect(letter.body.map((p) => p.text)).toEqual([
      '市政协七届四次会议第0217号提案《关于甲的提案》（登记号2026-0017），请贵单位会办。会办意见期限为2026年6月12日，现已逾期。',
      '催办事由：请尽快办。',
      '请抓紧办理并提出会办意见；确有困难的，请及时说明情况和办结时间。',
    ])
    expect(letter.date).toBe('2026-06-13')
  })

  it('to our own division asks for the reply, and is not late on the due day', () => {
    const letter = composeUrgingSheet({ ...sheet, isRequest: false, addressee: '成果转化处', reason: '', urgedAt: new Date('2026-06-12T15:30:00Z') }) // prettier-ignore
    expect(letter.body).toHaveLength(2)
    expect(letter.body[0]?.text).toMatch(/请你处承办。答复期限为2026年6月12日。$/)
  })
})
