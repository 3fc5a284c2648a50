import { describe, expect, it } from 'vitest'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import type { EventName } from '~/domain/proposal/events'
import type { Facts } from '~/domain/proposal/facts'
import { inputProblems, reasonsAgainst } from '~/domain/proposal/refusal'
import {
  delegateViewer,
  everyHolder,
  facts,
  now,
  person,
  replyFacts,
  step,
  unitId,
  userIdOf,
} from '../support/facts'

const codes = (event: EventName, f: Facts) => reasonsAgainst(event, f).map((r) => r.code)
const fields = (event: EventName, f: Facts) => inputProblems(event, f).map((p) => p.field)

const handler = person('handler')
const request = {
  id: 'q',
  unitId,
  divisionId: null,
  round: 1,
  position: 1,
  derivation: '{}',
  state: 'sent',
  dueOn: '2026-05-01',
} as const
const cleared = [step({ state: 'approved' }), step({ id: 's2', rank: 1, role: 'deputy', state: 'approved' })]
const signedReply = replyFacts({
  state: 'signed', frozenN: 2, frozenHash: 'h2', frozenContentHash: 'h2', frozen: replyFacts().revision, steps: cleared,
  signature: { id: 'g', signerId: userIdOf('director'), signerName: '贺云章', signerTitle: '局长', hash: 'h2', letterDate: '2026-05-20', signedAt: now },
}) // prettier-ignore

describe('submitting a reply for clearance', () => {
  it('passes when everything is there', () =>
    expect(codes('submit_for_clearance', facts(handler))).toEqual([]))

  it.each<[string, Parameters<typeof facts>[1]]>([
    ['ASKS_COVERED', { asks: [] }],
    ['CONTACT_LOGGED', { contacts: [] }],
    ['CO_OPINIONS_SETTLED', { requests: [request] }],
    ['CO_OPINIONS_SETTLED', { requests: [{ ...request, state: 'declined' }] }],
    ['DISPUTES_RESOLVED', { requests: [{ ...request, state: 'disputed' }] }],
    ['OUTCOME_CLASS', { reply: replyFacts({ revision: { ...replyFacts().revision, outcome: null } }) }],
    ['COMMITMENTS_OK', { reply: replyFacts({ revision: { ...replyFacts().revision, outcome: 'planned' } }) }],
    ['OPENNESS_PROPOSED', { reply: replyFacts({ revision: { ...replyFacts().revision, openness: null } }) }],
    [
      'OPENNESS_PROPOSED',
      { reply: replyFacts({ revision: { ...replyFacts().revision, openness: 'withheld' } }) },
    ],
    ['HOLDERS_PRESENT', { holders: everyHolder.filter((h) => h.role !== 'deputy') }],
    ['HOLDERS_PRESENT', { holders: everyHolder.filter((h) => h.role !== 'director') }],
    [
      'HOLDERS_PRESENT',
      {
        holders: everyHolder.map((h) => (h.role === 'division_head' ? { ...h, divisionId: 'elsewhere' } : h)),
      },
    ],
  ])('is refused with %s', (code, over) =>
    expect(codes('submit_for_clearance', facts(handler, over))).toEqual([code]),
  )

  it('is refused while the text is empty', () => {
    const empty = replyFacts({ revision: { ...replyFacts().revision, doc: docFromPlainText('') } })
    expect(codes('submit_for_clearance', facts(handler, { reply: empty }))).toEqual(['FIELDS_FILLED'])
  })

  it('is refused when somebody typed that it has been signed', () => {
    const doc = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: '此复函已经市科技局某某局长审签。' }],
        },
      ],
    }
    const typed = replyFacts({ revision: { ...replyFacts().revision, doc } })
    expect(codes('submit_for_clearance', facts(handler, { reply: typed }))).toContain(
      'FOREIGN_SIGN_OFF_CLAIM',
    )
  })

  it('asks an opinion of ours for less: no contact, no class, but a lead unit', () => {
    const assist = { proposal: { handlingRole: 'assist' as const }, asks: [], contacts: [] }
    expect(codes('submit_for_clearance', facts(handler, assist))).toEqual(['LEAD_UNIT_SET'])
    expect(
      codes(
        'submit_for_clearance',
        facts(handler, { ...assist, proposal: { handlingRole: 'assist', leadUnitId: unitId } }),
      ),
    ).toEqual([])
  })

  it('a class B reply with a dated promise passes', () => {
    const planned = replyFacts({ revision: { ...replyFacts().revision, outcome: 'planned' } })
    const commitments = [{ id: 'c', replyId: 'r', n: 1, state: 'proposed' as const, dueOn: '2026-11-30' }]
    expect(codes('submit_for_clearance', facts(handler, { reply: planned, commitments }))).toEqual([])
  })
})

describe('clearance', () => {
  const inClearance = (over = {}) =>
    replyFacts({
      state: 'clearance',
      frozenN: 2,
      frozenHash: 'h2',
      steps: [step(), step({ id: 's2', rank: 1, role: 'deputy', state: 'waiting' })],
      ...over,
    })

  it('lets the holder of the open step approve', () =>
    expect(
      codes(
        'approve_step',
        facts(person('division_head'), { reply: inClearance(), input: { stepId: 's1', hash: 'h2' } }),
      ),
    ).toEqual([]))

  it('refuses a step out of turn and names who is next', () => {
    const f = facts(person('deputy'), { reply: inClearance(), input: { stepId: 's2', hash: 'h2' } })
    expect(reasonsAgainst('approve_step', f)).toMatchObject([
      { code: 'MY_TURN', whoCanResolve: '处室负责人某division_head' },
    ])
  })

  it('refuses a reviewer who read another text', () =>
    expect(
      codes(
        'approve_step',
        facts(person('division_head'), { reply: inClearance(), input: { stepId: 's1', hash: 'h1' } }),
      ),
    ).toEqual(['HASH_MATCH']))

  it('refuses a reviewer who wrote the draft', () => {
    const reply = inClearance({ drafterId: userIdOf('division_head') })
    expect(
      codes('approve_step', facts(person('division_head'), { reply, input: { stepId: 's1', hash: 'h2' } })),
    ).toEqual(['NOT_DRAFTER'])
  })

  it('refuses whoever wrote the frozen text, though another began the draft', () => {
    const frozen = { ...replyFacts().revision, authorId: userIdOf('division_head') }
    expect(
      codes(
        'approve_step',
        facts(person('division_head'), {
          reply: inClearance({ frozen }),
          input: { stepId: 's1', hash: 'h2' },
        }),
      ),
    ).toEqual(['NOT_DRAFTER'])
  })

  it('refuses a signer who names another’s open step to return before his turn', () => {
    const input = { stepId: 's1', hash: 'h2', reason: '改', remarks: [{ quote: '', text: '改' }] }
    expect(codes('return_for_amendment', facts(person('director'), { reply: inClearance(), input }))).toEqual(
      ['MY_TURN'],
    )
  })

  it('refuses people of another role', () =>
    expect(
      codes('approve_step', facts(person('registrar'), { reply: inClearance(), input: { stepId: 's1' } })),
    ).toEqual(['NOT_YOURS']))

  it('wants a reason and a located remark to return', () => {
    const f = facts(person('division_head'), { reply: inClearance(), input: { stepId: 's1', hash: 'h2' } })
    expect(codes('return_for_amendment', f)).toEqual([])
    expect(fields('return_for_amendment', f)).toEqual(['reason', 'remarks'])
  })
})

describe('signing', () => {
  const ready = replyFacts({ state: 'clearance', frozenN: 2, frozenHash: 'h2', steps: cleared })
  const director = person('director')

  it('is the director’s once the chain is complete', () => {
    const f = facts(director, { reply: ready, input: { hash: 'h2' } })
    expect(codes('sign', f)).toEqual([])
    expect(fields('sign', f)).toEqual([])
  })

  it('refuses while a step is open', () => {
    const reply = {
      ...ready,
      steps: [...cleared, step({ id: 's3', rank: 2, role: 'deputy', state: 'open' })],
    }
    expect(codes('sign', facts(director, { reply }))).toEqual(['CHAIN_COMPLETE'])
  })

  it('refuses a signer who wrote the draft', () =>
    expect(codes('sign', facts(director, { reply: { ...ready, drafterId: userIdOf('director') } }))).toEqual([
      'NOT_DRAFTER',
    ]))

  it('refuses anybody else', () =>
    expect(codes('sign', facts(person('deputy'), { reply: ready }))).toEqual(['NOT_YOURS']))

  it('asks for the password again after five real minutes', () => {
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
    expect(fields('sign', facts(director, { reply: ready, reauthenticatedAt: before(5) }))).toEqual([])
    expect(fields('sign', facts(director, { reply: ready, reauthenticatedAt: before(6) }))).toEqual([
      'password',
    ])
    expect(fields('sign', facts(director, { reply: ready, reauthenticatedAt: null }))).toEqual(['password'])
  })

  it('can be recalled by the signer alone, with a reason', () => {
    expect(codes('recall_signature', facts(director, { reply: signedReply }))).toEqual([])
    expect(codes('recall_signature', facts(person('director', 'another'), { reply: signedReply }))).toEqual([
      'MY_SIGNATURE',
    ])
    expect(fields('recall_signature', facts(director, { reply: signedReply }))).toEqual(['reason'])
  })
})

describe('issuing', () => {
  const clerk = person('seal_clerk')

  it('passes with what was signed', () =>
    expect(codes('issue', facts(clerk, { reply: signedReply }))).toEqual([]))

  it.each<[string, Parameters<typeof facts>[1]]>([
    ['RENDER_HASH_OK', { reply: { ...signedReply, frozenContentHash: 'altered' } }],
    ['ADDRESSEES_COMPLETE', { reply: signedReply, sponsorIds: [] }],
    ['IN_HANDLING', { reply: signedReply, proposal: { state: 'assigned' } }],
    [
      'CC_COMPLETE',
      {
        reply: {
          ...signedReply,
          frozen: { ...replyFacts().revision, fields: { ...replyFacts().revision.fields, cc: [] } },
        },
      },
    ],
    ['WRONG_STATE', { reply: replyFacts({ state: 'clearance' }) }],
  ])('is refused with %s', (code, over) => expect(codes('issue', facts(clerk, over))).toEqual([code]))
})

describe('closing', () => {
  const coordinator = person('coordinator')
  const received = {
    id: 'x',
    letterId: 'letter',
    delegateId: 'delegate',
    round: 1,
    state: 'received',
    attitude: 'satisfied',
    result: 'satisfied',
    reason: null,
    derivation: '{}',
    dueOn: '2026-06-01',
  } as const
  const publication = {
    id: 'u',
    round: 1,
    state: 'reviewed',
    mode: 'full',
    ground: '',
    proposedBy: 'x',
  } as const
  const done = {
    proposal: { state: 'replied' as const },
    receipts: [received],
    publication,
    areCommitmentsReviewed: true,
  }

  it('passes when receipts, publication and promises are settled', () =>
    expect(codes('close', facts(coordinator, done))).toEqual([]))

  it.each<[string, Parameters<typeof facts>[1]]>([
    [
      'RECEIPTS_FINAL',
      { ...done, receipts: [{ ...received, state: 'awaiting', attitude: null, result: null }] },
    ],
    ['RECEIPTS_FINAL', { ...done, receipts: [] }],
    ['NO_OPEN_DISSATISFACTION', { ...done, receipts: [{ ...received, result: 'dissatisfied' }] }],
    ['PUBLICATION_DECIDED', { ...done, publication: { ...publication, state: 'proposed' } }],
    ['COMMITMENTS_REGISTERED', { ...done, areCommitmentsReviewed: false }],
    ['NO_OPEN_REQUEST', { ...done, requests: [request] }],
  ])('is blocked by %s', (code, over) => expect(codes('close', facts(coordinator, over))).toEqual([code]))
})

describe('the receipt', () => {
  const awaiting = {
    id: 'x',
    letterId: 'letter',
    delegateId: 'delegate',
    round: 1,
    state: 'awaiting',
    attitude: null,
    result: null,
    reason: null,
    derivation: '{}',
    dueOn: '2026-06-01',
  } as const

  it('is the addressee’s own, through his link', () => {
    const over = { proposal: { state: 'replied' as const }, receipts: [awaiting] }
    expect(codes('return_receipt', facts(delegateViewer, over))).toEqual([])
    expect(codes('return_receipt', facts({ ...delegateViewer, delegateId: 'other' }, over))).toEqual([
      'NOT_YOURS',
    ])
  })

  it('gets a link while it is awaited, whatever the others are', () => {
    const received = { ...awaiting, id: 'y', letterId: 'letter 2', state: 'received' } as const
    const over = { proposal: { state: 'replied' as const }, receipts: [awaiting, received] }
    const link = (receiptId: string) =>
      codes('make_receipt_link', facts(person('seal_clerk'), { ...over, input: { receiptId } }))
    expect(link('x')).toEqual([])
    expect(link('y')).toEqual(['RECEIPT_AWAITED'])
  })

  it('can be given by nobody in the bureau', () => {
    const over = { proposal: { state: 'replied' as const }, receipts: [awaiting] }
    for (const role of ['director', 'coordinator', 'registrar', 'seal_clerk', 'handler'] as const)
      expect(codes('return_receipt', facts(person(role), over))).toEqual(['NOT_YOURS'])
  })
})

describe('allocation', () => {
  it('keeps the role a reply under way was begun for', () => {
    const f = (handlingRole: string) =>
      facts(person('coordinator'), {
        proposal: { state: 'triage' },
        input: { divisionId: 'd', handlingRole },
      })
    expect(fields('allocate', f('assist'))).toEqual(['handlingRole'])
    expect(fields('allocate', f('sole'))).toEqual([])
  })

  it('ends a division’s returns after two, and names the deputy', () => {
    const head = person('division_head')
    expect(codes('division_return', facts(head, { proposal: { state: 'assigned', returns: 1 } }))).toEqual([])
    expect(
      reasonsAgainst('division_return', facts(head, { proposal: { state: 'assigned', returns: 2 } })),
    ).toMatchObject([{ code: 'RETURNS_LEFT', whoCanResolve: '分管领导某deputy' }])
    expect(
      codes('division_return', facts(head, { proposal: { state: 'assigned', isForced: true } })),
    ).toEqual(['RETURNS_LEFT'])
  })

  it('is refused while no reply deadline was reckoned', () =>
    expect(
      codes('allocate', facts(person('coordinator'), { proposal: { state: 'triage' }, deadlines: [] })),
    ).toEqual(['RULES_RESOLVED']))

  it('is not the head of another division’s business', () => {
    const other = {
      ...person('division_head'),
      memberships: [{ role: 'division_head' as const, divisionId: 'elsewhere', unitId: null }],
    }
    expect(codes('division_accept', facts(other, { proposal: { state: 'assigned' } }))).toEqual(['NOT_YOURS'])
  })
})
