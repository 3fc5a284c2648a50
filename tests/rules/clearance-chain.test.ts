import { expect, it } from 'vitest'
import { openNext, planChain } from '~/domain/clearance/chains'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { divisionId, everyHolder, userIdOf } from '../support/facts'

const chain = statutoryDefault.clearanceChain
const states = (steps: readonly { role: string; state: string }[]) => steps.map((s) => `${s.role} ${s.state}`)

it('opens the division head first and lets the others wait', () =>
  expect(states(planChain(chain, userIdOf('handler'), divisionId, everyHolder))).toEqual([
    'division_head open', 'office_reviewer waiting', 'secrecy_reviewer waiting', 'openness_reviewer waiting', 'deputy waiting',
  ])) // prettier-ignore

it('hands a step up when its only holder wrote the draft, and says so', () => {
  const [first, ...rest] = planChain(chain, userIdOf('division_head'), divisionId, everyHolder)
  expect(first).toMatchObject({
    role: 'division_head',
    state: 'handed_up',
    note: '拟稿人即本步审核人，由上一级审核',
  })
  expect(rest.filter((s) => s.state === 'open').map((s) => s.role)).toEqual([
    'office_reviewer',
    'secrecy_reviewer',
    'openness_reviewer',
  ])
})

it('leaves the step with a second holder when one wrote the draft', () => {
  const holders = [
    ...everyHolder,
    { role: 'division_head' as const, userId: 'deputy head', name: '', title: '', divisionId },
  ]
  expect(planChain(chain, userIdOf('division_head'), divisionId, holders)[0]).toMatchObject({ state: 'open' })
})

it('opens the next rank only when the whole rank is done', () => {
  const steps = [
    { rank: 0, state: 'approved' as const }, { rank: 1, state: 'approved' as const }, { rank: 1, state: 'open' as const }, { rank: 2, state: 'waiting' as const },
  ] // prettier-ignore
  expect(openNext(steps).map((s) => s.state)).toEqual(['approved', 'approved', 'open', 'waiting'])
  const done = steps.map((s) => (s.state === 'open' ? { ...s, state: 'approved' as const } : s))
  expect(openNext(done).map((s) => s.state)).toEqual(['approved', 'approved', 'approved', 'open'])
})
