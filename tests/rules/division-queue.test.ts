import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastLoaded, mayTake, queueKinds, type Queued } from '~/domain/desk/division-queue'
import type { Role } from '~/domain/people/kinds'
import { nobody, type Viewer } from '~/domain/people/viewer'

const viewer = (...roles: [Role, string | null][]): Viewer => ({
  ...nobody,
  bureauId: 'b',
  userId: 'u',
  memberships: roles.map(([role, divisionId]) => ({ role, divisionId, unitId: null })),
})

const handling = (reply: Queued['reply']): Queued => ({ state: 'handling', divisionId: 'd1', reply })
const step = (role: Role, divisionId: string | null, isOpen = true) => ({ role, divisionId, isOpen })

describe('what waits in a division', () => {
  it.each<[string, Queued, string | null, string[]]>([
    ['to be signed for', { state: 'assigned', divisionId: 'd1', reply: null }, null, ['accept']],
    ['another’s to sign for', { state: 'assigned', divisionId: 'd2', reply: null }, null, []],
    ['another’s that asks us', { state: 'handling', divisionId: 'd2', reply: null }, 'r', ['request']],
    ['in good hands', handling(null), null, []],
    ['a draft under way', handling({ state: 'drafting', wasReturned: false, steps: [] }), null, []],
    ['a returned draft', handling({ state: 'drafting', wasReturned: true, steps: [] }), null, ['amend']],
    ['a review of the head', handling({ state: 'clearance', wasReturned: false, steps: [step('division_head', 'd1')] }), null, ['review']],
    ['a review already decided', handling({ state: 'clearance', wasReturned: false, steps: [step('division_head', 'd1', false)] }), null, []],
    ['a review of the office', handling({ state: 'clearance', wasReturned: false, steps: [step('office_reviewer', null)] }), null, []],
  ])('%s', (_case, queued, requestId, kinds) => {
    expect(queueKinds('d1', queued, requestId)).toEqual(kinds)
  }) // prettier-ignore
})

describe('who may take it himself', () => {
  const head = viewer(['division_head', 'd1'])
  const handler = viewer(['handler', 'd1'])
  const both = viewer(['division_head', 'd1'], ['handler', 'd1'])
  const stranger = viewer(['division_head', 'd2'], ['handler', 'd2'], ['coordinator', null])

  it('a proposal: only a head who also handles; a head alone names a handler, a handler waits', () => {
    expect([head, handler, both, stranger].map((v) => mayTake(v, 'd1', 'accept'))).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  it('a request to the division: anybody of it', () => {
    expect([head, handler, both, stranger].map((v) => mayTake(v, 'd1', 'request'))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('a review or a returned draft: nobody, it has its person', () => {
    for (const v of [head, handler, both])
      for (const kind of ['review', 'amend'] as const) expect(mayTake(v, 'd1', kind)).toBe(false)
  })
})

describe('whom the head is advised to give it to', () => {
  it('nobody where the division has no handler', () => {
    expect(leastLoaded([])).toBeNull()
  })

  it('who has the least under way, the first of equals', () => {
    const loads = fc.array(
      fc.record({ userId: fc.uuid(), name: fc.string(), open: fc.integer({ min: 0, max: 9 }) }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(loads, (list) => {
        const least = Math.min(...list.map((l) => l.open))
        expect(leastLoaded(list)).toBe(list.find((l) => l.open === least))
      }),
    )
  })
})
