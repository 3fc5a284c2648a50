import { describe, expect, it } from 'vitest'
import { calendarOf } from '~/domain/deadlines/calendar'
import { daysTaken } from '~/routes/proposals/proposal/days-taken'
import { actsOffered } from '~/routes/proposals/proposal/acts-offered'
import { stagesPassed } from '~/routes/proposals/proposal/stages-passed'
import { whatIsMissing } from '~/routes/proposals/proposal/what-is-missing'
import { whoseTurn } from '~/routes/proposals/proposal/whose-turn'
import type { Facts } from '~/domain/proposal/facts'
import { facts, person, replyFacts, step } from '../support/facts'

const handler = person('handler')
const events = (f: Facts) => actsOffered(f).map((a) => a.event)

describe('the page of a proposal says whose turn it is', () => {
  it('names the handler while the reply is written', () =>
    expect(whoseTurn(facts(handler))).toBe('现在由承办人某handler办理拟稿。'))

  it('names everyone who holds an open step, side by side', () => {
    const steps = [step({ state: 'approved' }), step({ id: 's2', role: 'secrecy_reviewer', divisionId: null }), step({ id: 's3', role: 'openness_reviewer', divisionId: null })] // prettier-ignore
    const reply = replyFacts({ state: 'clearance', steps })
    expect(whoseTurn(facts(handler, { reply }))).toBe(
      '现在由保密审查某secrecy_reviewer、公开审查某openness_reviewer审核。',
    )
  })

  it('names the signer when every step is through, and the seal clerk after him', () => {
    const through = replyFacts({ state: 'clearance', steps: [step({ state: 'approved' })] })
    expect(whoseTurn(facts(handler, { reply: through }))).toContain('局长某director签发')
    expect(whoseTurn(facts(handler, { reply: replyFacts({ state: 'signed' }) }))).toContain('编号印发')
  })

  it('does not tell a supervisor how far a draft he may not read has come', () =>
    expect(whoseTurn(facts(person('supervisor'), { reply: null }))).toBe('现在由承办处室办理。'))

  it('says nothing once the proposal is archived', () =>
    expect(whoseTurn(facts(handler, { proposal: { state: 'archived' } }))).toBeNull())
})

describe('the acts a page offers', () => {
  it('leave out starting a reply that is already there', () => {
    expect(events(facts(handler))).not.toContain('start_reply')
    expect(events(facts(handler, { reply: null }))).toContain('start_reply')
  })

  it('leave out a step its holder has decided, and close one whose turn is yet to come', () => {
    const head = person('division_head')
    const office = step({ id: 's2', rank: 1, role: 'office_reviewer', divisionId: null })
    const decided = replyFacts({ state: 'clearance', steps: [step({ state: 'approved' }), office] })
    expect(events(facts(head, { reply: decided }))).not.toContain('approve_step')

    const waiting = replyFacts({ state: 'clearance', steps: [step(), { ...office, state: 'waiting' }] })
    const [act] = actsOffered(facts(person('office_reviewer'), { reply: waiting })).filter(
      (a) => a.event === 'approve_step',
    )
    expect(act?.reasons.map((r) => r.code)).toEqual(['MY_TURN'])
  })
})

describe('what is missing', () => {
  it('stands beside what is there, each missing thing linked to where it is settled', () => {
    const { goal, missing, met } = whatIsMissing(facts(handler, { contacts: [] }))
    expect(goal).toBe('送审')
    expect(missing.map(({ stamp, href, action }) => [stamp, href, action])).toEqual([
      ['未沟通', '/proposals/2026-0001/contacts/new', '登记沟通'],
    ])
    expect(met).toContain('诉求已拆分')
    expect(met).not.toContain('已沟通')
  })

  it('is the staff’s business only', () =>
    expect(whatIsMissing(facts(person('supervisor')))).toEqual({ goal: '', missing: [], met: [] }))
})

describe('the stepper', () => {
  const calendar = calendarOf([])
  const at = (day: string) => new Date(`${day}T02:00:00Z`)
  const log = [
    { kind: 'return_for_amendment', at: at('2026-05-15') },
    { kind: 'submit_for_clearance', at: at('2026-05-13') },
    { kind: 'division_accept', at: at('2026-05-08') },
    { kind: 'register', at: at('2026-05-06') },
  ]
  const stages = stagesPassed(
    { state: 'handling', replyState: 'drafting', events: log },
    at('2026-05-18'),
    calendar,
  )
  const noteOf = (label: string) => stages.find((s) => s.label === label)?.note

  it('shows the day of a passed stage and the working days of the current one', () => {
    expect(noteOf('已登记')).toBe('05-06')
    expect(noteOf('办理拟稿')).toBe('已 6 个工作日')
  })

  it('shows no day for a stage that was left again', () => expect(noteOf('审核签发')).toBeUndefined())

  it('counts working days, the first not among them', () => {
    expect(daysTaken(at('2026-05-15'), at('2026-05-18'), calendar)).toBe('1 个工作日')
    expect(daysTaken(at('2026-05-16'), at('2026-05-17'), calendar)).toBe('当天')
  })
})
