import { describe, expect, it } from 'vitest'
import type { Derivation } from '~/domain/deadlines/derivation'
import { clockDerivation } from '~/ui/marks/derivation'

const notice = '国办发明电〔2013〕28号'
const rest = (day: string) => ({ day, kind: 'holiday' as const, count: null, reason: '国庆节放假', notice })
const work = (day: string, count: number) => ({
  day,
  kind: 'working' as const,
  count,
  reason: '工作日',
  notice: null,
})

const derivation: Derivation = {
  kind: 'opinion',
  name: '会办意见',
  citation: '某条例第九条',
  startEvent: 'assigned',
  start: '2014-09-26',
  unit: 'workday',
  steps: [{ step: 'amount', unit: 'workday', amount: 3, extension: 0, day: '2014-10-08' }],
  days: [
    { day: '2014-09-27', kind: 'weekend', count: null, reason: '休息日', notice: null },
    { day: '2014-09-28', kind: 'make_up', count: 1, reason: '补班', notice },
    work('2014-09-29', 2),
    ...['01', '02', '03', '04', '05', '06', '07'].map((date) => rest(`2014-10-${date}`)),
    work('2014-10-08', 3),
  ],
  isStopped: false,
  yearsWithoutNotice: [2015],
  due: '2014-10-08',
}

describe('a derivation as the clock shows it', () => {
  const drawn = clockDerivation(derivation)

  it('counts each day, joins rest days of one reason and marks the due day', () => {
    expect(drawn.days.map(({ day, note, count }) => [day, note, count ?? null])).toEqual([
      ['9-26 周五', '交办日，不计', null],
      ['9-27 周六', '休息日', null],
      ['9-28 周日', '补班', 1],
      ['9-29 周一', '', 2],
      ['10-1…10-7', '国庆节放假', null],
      ['10-08 周三'.replace('10-08', '10-8'), '24:00 到期', 3],
    ])
    expect(drawn.days.filter((day) => day.isDue)).toHaveLength(1)
  })

  it('names the rule, the notice and the years that have none', () => {
    expect(drawn.facts).toEqual([
      { term: '规则', detail: '某条例第九条' },
      { term: '放假', detail: notice },
      { term: '暂定', detail: '2015 年放假通知尚未录入' },
    ])
    expect(drawn.phrases.join('')).toContain('交办 9-26 → +3 工作日')
  })
})
