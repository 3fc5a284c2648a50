import { describe, expect, it } from 'vitest'
import { suggestAsks } from '~/domain/triage/suggest-asks'

const texts = (text: string) => suggestAsks(text).map((a) => a.text)

describe('a suggested split', () => {
  it('takes the numbered points under 建议, not those of the problem', () => {
    const text = [
      '近年来，我市科技特派员工作有声有色，但仍有不足。',
      '一、存在的问题',
      '（一）需求不清。派谁去、做什么，缺少摸底。',
      '（二）待遇不高。补贴多年未调。',
      '二、有关建议',
      '（一）先摸需求，再派专家。由各县区每年摸底一次。',
      '（二）提高补贴标准。',
      '（三）设立服务站，',
      '每个乡镇至少一个。',
    ].join('\n')
    expect(suggestAsks(text)).toEqual([
      { text: '先摸需求，再派专家。', from: '第 6 段，编号“（一）”' },
      { text: '提高补贴标准。', from: '第 7 段，编号“（二）”' },
      { text: '设立服务站', from: '第 8 段，编号“（三）”' },
    ])
  })

  it('takes 1. 2. 3. after 建议如下, and keeps a decimal in its sentence', () => {
    expect(
      texts('为此，建议如下：\n1. 安排 2.5 亿元专项资金。\n2．开放共享仪器。\n1.5 倍不是编号。'),
    ).toEqual(['安排 2.5 亿元专项资金。', '开放共享仪器。'])
  })

  it('takes 一是 二是 run into one paragraph, each without its mark', () => {
    expect(
      suggestAsks('设施陈旧。建议：一是摸清底数，建立台账；二是电力增容；三是给予补贴。以上妥否，请研究。'),
    ).toEqual([
      { text: '摸清底数，建立台账', from: '第 1 段，“一是”' },
      { text: '电力增容', from: '第 1 段，“二是”' },
      { text: '给予补贴。', from: '第 1 段，“三是”' },
    ])
  })

  it('takes numbered points that ask, where there is no heading', () => {
    expect(texts('一、现状堪忧，事故频发。\n二、建议增设路灯。\n三、希望延长夜班车。')).toEqual([
      '建议增设路灯。',
      '希望延长夜班车。',
    ])
  })

  it('takes sentences that ask, and says by which word', () => {
    expect(suggestAsks('路灯太暗。建议加装路灯。\n恳请延长夜班车！路很远。')).toEqual([
      { text: '建议加装路灯。', from: '第 1 段，含“建议”' },
      { text: '恳请延长夜班车！', from: '第 2 段，含“恳请”' },
    ])
  })

  it('takes every sentence under 建议 where nothing is numbered', () => {
    expect(texts('问题不少。\n建议：\n加装路灯。延长夜班车。')).toEqual(['加装路灯。', '延长夜班车。'])
  })

  it('is empty where nobody asks, bounded where somebody asks without end, and quick on hostile text', () => {
    expect(suggestAsks('今年天气很好。')).toEqual([])
    expect(suggestAsks('建议加装路灯。'.repeat(500))).toHaveLength(20)
    const begun = performance.now()
    suggestAsks('一'.repeat(50_000))
    suggestAsks('（'.repeat(25_000) + '一是'.repeat(12_500))
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
