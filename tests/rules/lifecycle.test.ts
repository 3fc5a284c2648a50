import { describe, expect, it } from 'vitest'
import { requestLifecycle } from '~/domain/co-handling/request-lifecycle'
import { requestStates, settledRequestStates } from '~/domain/co-handling/request-states'
import { eventNames, ruleOf, tables } from '~/domain/proposal/events'
import { guards } from '~/domain/proposal/guards'
import { objectionLifecycle } from '~/domain/objection/objection-lifecycle'
import { finalObjectionStates, objectionStates } from '~/domain/objection/states'
import { proposalLifecycle } from '~/domain/proposal/lifecycle'
import { notBuilt } from '~/domain/proposal/not-built'
import { finalProposalStates, proposalStates } from '~/domain/proposal/states'
import { tableFaults } from '~/domain/proposal/table-faults'
import { replyLifecycle } from '~/domain/reply/lifecycle'
import { finalReplyStates, replyStates } from '~/domain/reply/states'

const known = Object.keys(guards)
/** Events that need nothing but the right person and the right state. A new one without guards must be added here on purpose. */
const freeOfGuards = [
  'save_draft', 'acknowledge_request', 'accept_opinion', 'urge_request', 'log_contact', 'correct_contact', 'recount_deadline', 'watch', 'unwatch',
  'link_earlier', 'unlink_earlier',
] // prettier-ignore

const proposalTable = { states: proposalStates, finals: finalProposalStates, guards: known, freeOfGuards }
const replyTable = { states: replyStates, finals: finalReplyStates, guards: known, freeOfGuards }
const requestTable = {
  states: requestStates.filter((s) => s !== 'draft'),
  finals: settledRequestStates,
  guards: known,
  freeOfGuards,
}
const objectionTable = { states: objectionStates, finals: finalObjectionStates, guards: known, freeOfGuards }

describe('the lifecycle tables', () => {
  it('reach every state and let every state come to an end', () => {
    expect(tableFaults(proposalLifecycle, proposalTable)).toEqual([])
    expect(tableFaults(replyLifecycle, replyTable)).toEqual([])
    expect(tableFaults(requestLifecycle, requestTable)).toEqual([])
    expect(tableFaults(objectionLifecycle, objectionTable)).toEqual([])
  })

  it('name only guards that exist, and leave no event unguarded unawares', () => {
    for (const [event, row] of Object.entries(tables.beside))
      if (row.guards.length === 0) expect(freeOfGuards).toContain(event)
  })

  it('are caught when somebody plants an event without a guard', () => {
    const planted = {
      ...proposalLifecycle,
      sneak: { from: ['triage'], to: 'closed', who: { registrar: 'bureau' }, guards: [], isVersioned: true },
    } as const
    expect(tableFaults(planted, proposalTable)).toEqual(['sneak has no guard'])
  })

  it('are caught when a state has no way in, no way out, or a guard is unknown', () => {
    const { close, ...withoutClose } = proposalLifecycle
    expect(tableFaults(withoutClose, proposalTable)).toEqual([])
    const { archive, reopen_for_rework, ...cut } = withoutClose
    expect(tableFaults(cut, proposalTable)).toContain('no event leads to archived')
    const wrong = { ...proposalLifecycle, close: { ...close, guards: ['NOBODY_WROTE_ME'] } }
    expect(tableFaults(wrong as never, proposalTable)).toEqual([
      'close names the unknown guard NOBODY_WROTE_ME',
    ])
  })

  it('use every guard that was written', () => {
    const used = new Set(
      eventNames.flatMap((e) => [...ruleOf(e).guards, ...(ruleOf(e).assist?.guards ?? [])]),
    )
    expect(known.filter((g) => !used.has(g as never))).toEqual([])
  })
})

describe('guards whose matter comes later', () => {
  it('are exactly these', () => {
    expect(Object.keys(notBuilt)).toMatchInlineSnapshot(`
      [
        "REWORK_GROUND",
        "SECOND_PERSON",
        "STEP_SKIPPABLE",
        "SCAN",
        "LETTER_CORRECTIONS",
        "COMMENTS",
        "FILES",
      ]
    `)
  })

  it('refuse, so that nothing passes an empty rule', () => {
    for (const guard of Object.values(notBuilt))
      expect(guard()).toMatchObject({ code: 'NOT_BUILT', whoCanResolve: '综合处' })
  })
})
