import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withFullWidthPunctuation } from '~/domain/reply/full-width'

describe('full-width punctuation for text from web pages', () => {
  test.each([
    ['收悉,现答复如下:', '收悉，现答复如下：'],
    ['(一)完善布局。', '（一）完善布局。'],
    ['成交额310.8亿元,同比增长101.5%。', '成交额310.8亿元，同比增长101.5%。'],
    ['规划(2021—2025年)》,将', '规划（2021—2025年）》，将'],
    ['技术经理(经纪)人;学(协)会', '技术经理（经纪）人；学（协）会'],
    ['平台(PaaS)建设', '平台（PaaS）建设'],
  ])('%s', (ascii, wide) => {
    expect(withFullWidthPunctuation(ascii)).toBe(wide)
  })

  test.each([
    ['增长101.5%'],
    ['2017-2018年'],
    ['电话0571-87054045'],
    ['共1,304项'],
    ['于10:34发布'],
    ['f(x), g(y): ok'],
    ['1.摸清底数'],
  ])('keeps %s', (text) => {
    expect(withFullWidthPunctuation(text)).toBe(text)
  })

  test('keeps an address whole and widens the comma after it', () => {
    expect(withFullWidthPunctuation('见https://a.example/b,c?d=(1):2,欢迎')).toBe(
      '见https://a.example/b,c?d=(1):2，欢迎',
    )
  })

  test('changes the width of punctuation and nothing else', () => {
    const text = string({ unit: constantFrom(...'中文，。,:;()!?1a. /—“”'.split('')) })
    assert(
      property(text, (given) => {
        const wide = withFullWidthPunctuation(given)
        expect(wide.normalize('NFKC')).toBe(given.normalize('NFKC'))
      }),
    )
  })
})
