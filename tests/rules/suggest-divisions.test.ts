import { describe, expect, it } from 'vitest'
import { suggestUnits } from '~/domain/allocation/suggest-units'
import { suggestDivisions, type Allocated } from '~/domain/allocation/suggest-divisions'
import { divisionNames, fresh, history, unheardOf, type Labelled } from '../support/labelled-allocations'

const divisions = divisionNames.map((name) => ({ id: name, name }))
const allocated = (items: readonly Labelled[]): Allocated[] =>
  items.map(({ subject, text, sponsor, division }) => ({
    subject,
    text,
    sponsors: [sponsor],
    divisionId: division,
  }))
const suggested = (item: Labelled, past = history) =>
  suggestDivisions(
    { subject: item.subject, text: item.text, sponsors: [item.sponsor] },
    allocated(past),
    divisions,
  )
const hits = (items: readonly Labelled[], at: number, past = history) =>
  items.filter((item) =>
    suggested(item, past)
      .slice(0, at)
      .some((s) => s.id === item.division),
  ).length / items.length

const figures = (items: readonly Labelled[]) => {
  const [first, third] = [hits(items, 1), hits(items, 3)]
  process.stdout.write(`divisions, ${items.length} on ${history.length}: hit at 1 ${first.toFixed(2)}, at 3 ${third.toFixed(2)}\n`)
  return { first, third }
} // prettier-ignore

describe('suggested divisions', () => {
  it('name the right one for nearly all that resembles what came before', () => {
    const { first, third } = figures(fresh)
    expect(third).toBeGreaterThanOrEqual(0.9)
    expect(first).toBeGreaterThanOrEqual(0.8)
  })

  it('name it among three for most of what nobody put forward before', () => {
    expect(figures(unheardOf).third).toBeGreaterThanOrEqual(0.6)
  })

  it('are right among three in four of five, all in all', () => {
    expect(fresh.length + unheardOf.length).toBeGreaterThanOrEqual(40)
    expect(figures([...fresh, ...unheardOf]).third).toBeGreaterThanOrEqual(0.85)
  })
  it('say why: words, kin, name and sponsor; without a reason they name nobody', () => {
    const item = { subject: '关于科技特派员服务茶农的建议', text: '请派专家。', sponsors: ['苏见微'] }
    const kin = [{ registerNo: '2025-0017', divisionId: '农村科技处', score: 0.9 }]
    const [first] = suggestDivisions(item, allocated(history), divisions, kin)
    expect(first?.id).toBe('农村科技处')
    expect(first?.reasons).toEqual([
      '相似的 2025-0017 由本处室承办',
      expect.stringMatching(/^往年含“.*特派员.*”的多分给本处室$/),
      '同一提出人的件办过 2 次',
    ])
    const named = suggestDivisions({ ...item, subject: '关于稳定人才队伍的建议' }, [], divisions)
    expect(named).toEqual([{ id: '人才处', score: expect.any(Number), reasons: ['案由或正文提到“人才”'] }])
    expect(suggestDivisions({ subject: '路灯', text: '', sponsors: [] }, [], divisions)).toEqual([])
  })
})

describe('suggested units', () => {
  const units = [
    { id: 'f', fullName: '云汀市财政局', shortName: '市财政局' },
    { id: 'e', fullName: '云汀市教育委员会', shortName: '市教委' },
    { id: 'w', fullName: '云汀市水务局', shortName: '市水务局' },
  ]
  const ids = (subject: string, text: string, then: Parameters<typeof suggestUnits>[2] = []) =>
    suggestUnits({ subject, text }, units, then).map((s) => s.id)

  it('are those the text names, those whose field it speaks of, and those asked when the like was handled', () => {
    expect(ids('关于教育经费的建议', '请市财政局安排财政资金。')).toEqual(['f', 'e'])
    expect(ids('关于路灯的建议', '太暗。')).toEqual([])
    const then = [{ registerNo: '2025-0017', unitIds: ['w'], score: 1 }]
    const [water] = suggestUnits({ subject: '关于路灯的建议', text: '' }, units, then)
    expect(water).toMatchObject({ id: 'w', reasons: ['相似的 2025-0017 请它会办过'] })
  })
})
