import { describe, expect, it } from 'vitest'
import { isWindowOpen, returnWindow } from '~/domain/objection/return-window'
import { profileFrom, days, instrument } from '~/domain/deadlines/profiles/rule-card'
import type { EventName } from '~/domain/proposal/events'
import type { Facts } from '~/domain/proposal/facts'
import { inputProblems, reasonsAgainst } from '~/domain/proposal/refusal'
import { windowClock } from '~/routes/proposals/proposal/objection-page.server'
import { facts, groupFacts, objectionFacts, person, replyFacts, sponsorFacts } from '../support/facts'

const codes = (event: EventName, f: Facts) => reasonsAgainst(event, f).map((r) => r.code)
const fields = (event: EventName, f: Facts) => inputProblems(event, f).map((p) => p.field)
const coordinator = person('coordinator')
const inTime = { now: new Date('2026-03-16T15:59:00Z') }
const late = { now: new Date('2026-03-16T16:01:00Z') }

describe('the window of 退办', () => {
  it('ends at 24:00 of its last day, counted by the profile', () => {
    expect(returnWindow(facts(coordinator)).due).toBe('2026-03-16')
    expect(isWindowOpen(facts(coordinator, inTime))).toBe(true)
    expect(isWindowOpen(facts(coordinator, late))).toBe(false)
  })

  it('stands among the clocks until it is over or used; its last day is told apart', () => {
    const inTriage = { proposal: { state: 'triage' as const } }
    const early = { now: new Date('2026-03-13T02:00:00Z') }
    expect(windowClock(facts(coordinator, { ...inTriage, ...early }))).toMatchObject({
      isLastDay: false,
      clock: { name: '退办期限', dueOn: '2026-03-16', left: { words: '剩 1 个工作日' } },
    })
    expect(windowClock(facts(coordinator, { ...inTriage, ...inTime }))?.isLastDay).toBe(true)
    expect(windowClock(facts(coordinator, { ...inTriage, ...late }))).toBeNull()
    expect(windowClock(facts(coordinator, { ...inTime, objection: objectionFacts() }))).toBeNull()
    expect(windowClock(facts(coordinator, { ...inTime, proposal: { state: 'replied' } }))).toBeNull()
  })

  it('starts when it was received, where the profile says so', () => {
    const profile = profileFrom({
      id: 'X',
      name: '试',
      rules: { return_window: { ...days(10), from: 'received', cite: instrument('试', '试')() } },
    })
    const f = facts(coordinator, { profile, proposal: { receivedOn: '2026-03-06' } })
    expect(returnWindow(f).due).toBe('2026-03-16')
  })
})

describe('raising 退办', () => {
  it.each(['triage', 'assigned', 'handling'] as const)('is open in %s inside the window', (state) =>
    expect(codes('raise_objection', facts(coordinator, { ...inTime, proposal: { state } }))).toEqual([]),
  )

  it.each(['registered', 'replied', 'closed', 'withdrawn'] as const)('is closed in %s', (state) =>
    expect(codes('raise_objection', facts(coordinator, { ...inTime, proposal: { state } }))).toEqual([
      'NOT_ANSWERED',
    ]),
  )

  it('after the window is the deputy’s alone', () => {
    expect(codes('raise_objection', facts(coordinator, late))).toEqual(['WINDOW_OPEN'])
    expect(codes('raise_objection', facts(person('deputy'), late))).toEqual([])
    expect(codes('raise_objection', facts(person('handler'), inTime))).toEqual(['NOT_YOURS'])
  })

  it('wants a reason and the unit it belongs to', () => {
    expect(fields('raise_objection', facts(coordinator, inTime))).toEqual(['reason', 'proposedUnit'])
    const input = { reason: '不属本局', proposedUnit: '市药监局' }
    expect(fields('raise_objection', facts(coordinator, { ...inTime, input }))).toEqual([])
  })

  it('waits for the one that is open', () =>
    expect(codes('raise_objection', facts(coordinator, { ...inTime, objection: objectionFacts() }))).toEqual([
      'NO_OPEN_OBJECTION',
    ]))
})

describe('settling 退办', () => {
  const open = { objection: objectionFacts() }
  it('is for an open one only', () => {
    expect(codes('uphold_objection', facts(coordinator, open))).toEqual([])
    const settled = { objection: objectionFacts({ state: 'rejected' }) }
    expect(codes('uphold_objection', facts(coordinator, settled))).toEqual(['WRONG_STATE'])
    expect(codes('reject_objection', facts(coordinator))).toEqual(['WRONG_STATE'])
  })

  it('wants the decision, the answer or the reason', () => {
    expect(fields('uphold_objection', facts(coordinator, open))).toEqual(['decisionDocument'])
    expect(fields('reject_objection', facts(coordinator, open))).toEqual(['answer'])
    expect(fields('withdraw_objection', facts(coordinator, open))).toEqual(['reason'])
  })

  it('cannot be had by moving the proposal itself, nor by ending things by hand', () => {
    expect(codes('objection_upheld', facts(coordinator))).toEqual(['CARRIED_BY_OBJECTION'])
    expect(codes('reply_ended', facts(coordinator))).toEqual(['CARRIED_BY_ENDING'])
    expect(codes('objection_ended', facts(coordinator, open))).toEqual(['CARRIED_BY_ENDING'])
  })

  it('is not let through for one of a merge group', () =>
    expect(codes('uphold_objection', facts(coordinator, { ...open, group: groupFacts() }))).toEqual([
      'NOT_MERGED',
    ]))
})

it('no letter leaves while 退办 waits', () => {
  const reply = replyFacts({ state: 'signed' })
  expect(codes('issue', facts(person('seal_clerk'), { reply, objection: objectionFacts() }))).toContain(
    'NO_OPEN_OBJECTION',
  )
  const rejected = objectionFacts({ state: 'rejected' })
  expect(codes('issue', facts(person('seal_clerk'), { reply, objection: rejected }))).not.toContain(
    'NO_OPEN_OBJECTION',
  )
})

describe('增办', () => {
  const asked = { id: 'a', unitId: 'u', state: 'requested', reason: 'r', requestedAt: inTime.now, answer: null, answeredAt: null } as const // prettier-ignore
  it('names a unit that was not asked for already', () => {
    const additionalUnits = [asked]
    const again = { unitId: 'u', reason: 'r' }
    expect(fields('request_additional_unit', facts(coordinator, { additionalUnits, input: again }))).toEqual(['unitId']) // prettier-ignore
    const refused = [{ ...asked, state: 'refused' as const }]
    expect(fields('request_additional_unit', facts(coordinator, { additionalUnits: refused, input: again }))).toEqual([]) // prettier-ignore
    expect(fields('request_additional_unit', facts(coordinator))).toEqual(['unitId', 'reason'])
  })

  it('is answered once, with yes or no and the words', () => {
    const input = { additionalUnitId: 'a', isAdded: true, answer: '同意' }
    const f = (over: Parameters<typeof facts>[1]) => facts(coordinator, { additionalUnits: [asked], ...over })
    expect(fields('answer_additional_unit', f({ input }))).toEqual([])
    expect(fields('answer_additional_unit', f({ input: { ...input, isAdded: undefined } }))).toEqual([
      'isAdded',
    ])
    expect(fields('answer_additional_unit', f({ input: { ...input, answer: '' } }))).toEqual(['answer'])
    const done = [{ ...asked, state: 'added' as const }]
    expect(fields('answer_additional_unit', facts(coordinator, { additionalUnits: done, input }))).toEqual([
      'additionalUnitId',
    ])
  })

  it('is not ours to ask where we only assist', () =>
    expect(
      codes('request_additional_unit', facts(coordinator, { proposal: { handlingRole: 'assist' } })),
    ).toEqual(['WE_ANSWER']))
})

describe('a withdrawal', () => {
  const letter = { letter: '关于撤回提案的函', letterOn: '2026-05-19' }
  const joint = [sponsorFacts(), sponsorFacts({ id: 'second', name: '苗望岫' })]
  const by = (input: Record<string, unknown>, sponsors = joint) =>
    inputProblems('withdraw', facts(coordinator, { input, sponsors, proposal: { sponsorKind: 'joint' } }))

  it('wants the letter and a day that has come', () => {
    expect(by({}).map((p) => p.field)).toEqual(['letter', 'consentedIds'])
    expect(by({ ...letter, letterOn: '2026-05-21', consentedIds: ['delegate', 'second'] })).toMatchObject([
      { field: 'letterOn' },
    ])
  })

  it('of joint sponsors wants each of them, and names who is missing', () => {
    expect(by({ ...letter, consentedIds: ['delegate'] })).toMatchObject([
      { field: 'consentedIds', message: expect.stringContaining('还差苗望岫') },
    ])
    expect(by({ ...letter, consentedIds: ['delegate', 'second'] })).toEqual([])
    const recorded = [sponsorFacts(), sponsorFacts({ id: 'second', consents: ['withdrawal'] })]
    expect(by({ ...letter, consentedIds: ['delegate'] }, recorded)).toEqual([])
    const relayOnly = [sponsorFacts(), sponsorFacts({ id: 'second', consents: ['relay'] })]
    expect(by({ ...letter, consentedIds: ['delegate'] }, relayOnly)).toHaveLength(1)
  })
})

describe('a merge group', () => {
  const head = person('division_head')
  const led = groupFacts({ isLeading: false })
  it('moves with its leading proposal alone', () => {
    const assigned = { proposal: { state: 'assigned' as const } }
    expect(codes('division_accept', facts(head, { ...assigned, group: led }))).toEqual(['NOT_LED'])
    expect(codes('division_accept', facts(head, { ...assigned, group: groupFacts() }))).toEqual([])
    const carried = groupFacts({ isLeading: false, isCarried: true })
    expect(codes('division_accept', facts(head, { ...assigned, group: carried }))).toEqual([])
  })

  it('is left by a member, never by the one that leads', () => {
    expect(codes('leave_group', facts(coordinator, { group: led }))).toEqual([])
    expect(codes('leave_group', facts(coordinator, { group: groupFacts() }))).toEqual(['LED'])
    expect(codes('form_group', facts(coordinator, { group: led }))).toEqual(['NOT_MERGED'])
  })

  it('has no letters yet, and says NOT_BUILT before clearance and before issue', () => {
    expect(codes('submit_for_clearance', facts(person('handler'), { group: groupFacts() }))).toEqual([
      'NOT_BUILT',
    ])
    const reply = replyFacts({ state: 'signed' })
    expect(codes('issue', facts(person('seal_clerk'), { reply, group: groupFacts() }))).toContain('NOT_BUILT')
  })
})

describe('the sponsors', () => {
  const joint = [sponsorFacts(), sponsorFacts({ id: 'second', name: '苗望岫' })]
  it('change their lead before allocation only', () => {
    const lead = (state: 'triage' | 'assigned', leadId: string) =>
      fields(
        'record_sponsors',
        facts(coordinator, { sponsors: joint, proposal: { state }, input: { leadId } }),
      )
    expect(lead('triage', 'second')).toEqual([])
    expect(lead('assigned', 'second')).toEqual(['leadId'])
    expect(lead('assigned', 'delegate')).toEqual([])
    expect(lead('triage', 'nobody')).toEqual(['leadId'])
  })

  it('consent to a relay by name, day and basis; the lead has nothing to consent to', () => {
    const of = { sponsors: joint, proposal: { sponsorKind: 'joint' as const } }
    const input = { consentedIds: ['second'], consentedOn: '2026-05-18', basis: '电话记录' }
    const given = (over: object) =>
      fields('record_relay_consent', facts(coordinator, { ...of, input: { ...input, ...over } }))
    expect(given({})).toEqual([])
    expect(given({ consentedIds: ['delegate'] })).toEqual(['consentedIds'])
    expect(given({ consentedOn: '2026-05-21' })).toEqual(['consentedOn'])
    expect(given({ basis: '' })).toEqual(['basis'])
    expect(codes('record_relay_consent', facts(coordinator))).toEqual(['CO_SIGNED'])
  })

  it('of 分办 whose asks all went elsewhere leave nothing to answer', () => {
    const asks = [{ n: 1, text: '诉求', elsewhere: '市教委' }]
    expect(codes('submit_for_clearance', facts(person('handler'), { asks }))).toEqual(['ASKS_COVERED'])
  })
})
