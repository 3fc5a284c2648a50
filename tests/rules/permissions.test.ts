import { expect, it } from 'vitest'
import { roles, type Role } from '~/domain/people/kinds'
import { eventNames, ruleOf, subjectOf, type EventName } from '~/domain/proposal/events'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { proposalStates } from '~/domain/proposal/states'
import { replyStates } from '~/domain/reply/states'
import { requestStates } from '~/domain/co-handling/request-states'
import { handlingRoles } from '~/domain/proposal/words-of-the-trade'
import { facts, person, replyFacts, step, unitId } from '../support/facts'

const proposalEvents = eventNames.filter((e) => subjectOf(e) === 'proposal' && e !== 'register')

/** Whether role and state would let an event through; guards are another matter. */
function passes(event: EventName, role: Role, over: Parameters<typeof facts>[1]) {
  const codes = reasonsAgainst(event, facts(person(role), over)).map((r) => r.code)
  return !codes.includes('NOT_YOURS') && !codes.includes('WRONG_STATE')
}

it('who may do what to a proposal in which state is exactly this', () => {
  const lines = proposalStates.flatMap((state) =>
    proposalEvents.flatMap((event) => {
      const who = roles.filter((role) => passes(event, role, { proposal: { state } }))
      return who.length > 0 ? [`${state}: ${event} ← ${who.join(', ')}`] : []
    }),
  )
  expect(lines).toMatchSnapshot()
})

it('in every role × state × event × handling role the answer agrees with the table', () => {
  for (const event of proposalEvents)
    for (const state of proposalStates)
      for (const handlingRole of handlingRoles)
        for (const role of roles) {
          const row = ruleOf(event)
          const holds = Object.keys(row.who).includes(role)
          const fits = row.from.includes(state) && (!row.roles || row.roles.includes(handlingRole))
          const passed = passes(event, role, { proposal: { state, handlingRole } })
          if (!holds || !fits) expect(passed, `${role} ${event} in ${state} as ${handlingRole}`).toBe(false)
          else if (row.who[role] === 'bureau')
            expect(passed, `${role} ${event} in ${state} as ${handlingRole}`).toBe(true)
        }
})

it('in every role × state × event of a reply the answer agrees with the table', () => {
  const replyEvents = eventNames.filter((e) => subjectOf(e) === 'reply')
  for (const event of replyEvents)
    for (const state of replyStates)
      for (const role of roles) {
        const row = ruleOf(event)
        const reply = replyFacts({ state, steps: [step()] })
        const passed = passes(event, role, { reply })
        const from = row.from.includes('none') ? 'none' : state
        if (!Object.keys(row.who).includes(role) || !row.from.includes(from))
          expect(passed, `${role} ${event} in ${state}`).toBe(false)
      }
})

it('a unit answers only its own request, while it is owed, or late to be filed', () => {
  for (const state of requestStates) {
    const request = {
      id: 'q',
      unitId,
      divisionId: null,
      round: 1,
      position: 1,
      state,
      dueOn: '2026-05-01',
      derivation: '{}',
    }
    const may = passes('answer_request', 'co_handler', { request, requests: [request] })
    expect(may, state).toBe(['sent', 'acknowledged', 'returned', 'waived'].includes(state))
    const signed = passes('answer_request', 'co_handler', { request, requests: [request], signedRounds: [1] })
    expect(signed, state).toBe(['sent', 'acknowledged', 'returned', 'declined', 'waived'].includes(state))
    const foreign = { ...request, unitId: 'elsewhere' }
    expect(passes('answer_request', 'co_handler', { request: foreign, requests: [foreign] }), state).toBe(
      false,
    )
  }
})

it('administrators can do nothing to a proposal', () => {
  for (const event of eventNames)
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const)
      expect(
        reasonsAgainst(event, facts(person(role))).map((r) => r.code),
        `${role} ${event}`,
      ).toEqual(['NOT_YOURS'])
})
