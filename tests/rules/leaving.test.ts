import { describe, expect, it } from 'vitest'
import { closingRefusals } from '~/domain/people/closing-places'
import { exclusionProblem } from '~/domain/people/exclusive-roles'
import type { Role } from '~/domain/people/kinds'
import { leavingRefusals, type OpenWork, type OtherHolder } from '~/domain/people/leaving'
import type { Membership } from '~/domain/people/viewer'

const held = (role: Role, divisionId: string | null = null): Membership => ({
  role,
  divisionId,
  unitId: null,
})
const other = (role: Role, divisionId: string | null = null, name = '某人'): OtherHolder => ({
  role,
  divisionId,
  name,
})
const refusals = (
  givenUp: Membership[],
  {
    work = [],
    others = [],
    closed = [],
  }: { work?: OpenWork; others?: OtherHolder[]; closed?: string[] } = {},
) => leavingRefusals({ givenUp, work, others, closedDivisionIds: closed })
const codes = (...given: Parameters<typeof refusals>) => refusals(...given).map((r) => r.code)

describe('who leaves', () => {
  const handled = { kind: 'handled', role: 'handler', divisionId: 'd', n: 3 } as const

  it('may, when nothing hangs on him', () => expect(refusals([held('handler', 'd')])).toEqual([]))

  it('is held by what he handles, with how many and who hands them over', () => {
    const others = [other('coordinator', null, '崔亦行'), other('division_head', 'd', '陆怀远')]
    expect(refusals([held('handler', 'd')], { work: [handled], others })).toEqual([
      {
        code: 'OPEN_ITEMS',
        message: '还承办着 3 件没有办结的建议提案，要先移交给别人。',
        whoCanResolve: '综合处崔亦行、处室负责人陆怀远',
      },
    ])
  })

  it('is not held by work of a role or a division he keeps', () => {
    expect(codes([held('handler', 'e')], { work: [handled] })).toEqual([])
    expect(codes([held('registrar')], { work: [handled], others: [other('registrar')] })).toEqual([])
  })

  it('is held where nobody else has the role, with the steps that wait for it', () => {
    const work: OpenWork = [{ kind: 'step', role: 'office_reviewer', divisionId: null, n: 2 }]
    const [reason] = refusals([held('office_reviewer')], { work })
    expect(reason?.message).toContain('有 2 步审核等着这个岗位')
    expect(codes([held('office_reviewer')], { work, others: [other('office_reviewer')] })).toEqual([])
  })

  it('heads a division: another division’s head is no substitute, and a closed one needs none', () => {
    expect(codes([held('division_head', 'd')], { others: [other('division_head', 'e')] })).toEqual([
      'ONLY_HOLDER',
    ])
    expect(codes([held('division_head', 'd')], { closed: ['d'] })).toEqual([])
  })

  it('the last administrator of a kind stays; the last handler or supervisor may go', () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const)
      expect(codes([held(role)]), role).toEqual(['ONLY_HOLDER'])
    expect(codes([held('handler', 'd'), held('supervisor'), held('archivist')])).toEqual([])
  })
})

describe('roles', () => {
  it('of administrators exclude one another and all others', () => {
    expect(exclusionProblem([held('system_admin')])).toBeNull()
    expect(exclusionProblem([held('system_admin'), held('security_admin')])).not.toBeNull()
    expect(exclusionProblem([held('audit_admin'), held('handler', 'd')])).not.toBeNull()
    expect(exclusionProblem([held('registrar'), held('archivist'), held('handler', 'd')])).toBeNull()
  })

  it('of a co-handling unit stand alone', () =>
    expect(exclusionProblem([{ role: 'co_handler' }, { role: 'registrar' }])).not.toBeNull())
})

describe('a division', () => {
  it('closes when nothing is open', () =>
    expect(closingRefusals({ proposals: 0, requests: 0, accounts: 0 }, '处室')).toEqual([]))

  it('names each thing that is', () =>
    expect(closingRefusals({ proposals: 1, requests: 2, accounts: 3 }, '处室').map((r) => r.code)).toEqual([
      'OPEN_PROPOSALS',
      'OPEN_REQUESTS',
      'ACCOUNTS',
    ]))
})
