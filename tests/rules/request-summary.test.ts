import { describe, expect, it } from 'vitest'
import { requestStates } from '~/domain/co-handling/request-states'
import { summaryOf } from '~/domain/co-handling/request-summary'

const at = (state: (typeof requestStates)[number], dueOn = '2026-03-20') => ({ state, dueOn })

describe('five requests on the row of their proposal', () => {
  it('are 3/5, the worst status and the earliest day still owed', () => {
    const five = [
      at('accepted', '2026-03-01'), at('waived', '2026-03-02'), at('resolved', '2026-03-03'),
      at('acknowledged', '2026-03-25'), at('returned', '2026-03-22'),
    ] // prettier-ignore
    expect(summaryOf(five)).toEqual({ settled: 3, asked: 5, worst: 'returned', owedBy: '2026-03-22' })
  })

  it('say nothing where nobody was asked, or all was cancelled', () => {
    const nothing = { settled: 0, asked: 0, worst: null, owedBy: null }
    expect(summaryOf([])).toEqual(nothing)
    expect(summaryOf([at('cancelled')])).toEqual(nothing)
  })

  it('owe nothing once all have answered, though one waits for our judgement', () => {
    expect(summaryOf([at('answered'), at('accepted')])).toEqual({
      settled: 1,
      asked: 2,
      worst: 'answered',
      owedBy: null,
    })
  })

  it('are worst where a unit declined, and every state has a place', () => {
    for (const state of requestStates.filter((s) => s !== 'cancelled')) {
      expect(summaryOf([at(state)]).worst).toBe(state)
      expect(summaryOf([at(state), at('declined')]).worst).toBe('declined')
    }
  })
})
