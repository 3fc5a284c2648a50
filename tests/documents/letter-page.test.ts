import { describe, expect, test } from 'vitest'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { demoLetter } from '../support/demo-letter'
import { partHolding, partOf, partsOf, styleOf, textOf } from '../support/read-docx'
import { bars, marginPart, numberIn, paragraphSaying, styleIdOf, styleSaying } from '../support/read-letter'

const docx = await renderReplyLetter(demoLetter)
const documentXml = partOf(docx, 'word/document.xml')

const frame = (text: string) => /<w:framePr [^>]*>/.exec(paragraphSaying(documentXml, text))?.[0] ?? ''

describe('page and grid (GB/T 9704-2012 5.1–5.2)', () => {
  test('A4 with the block of 156 × 225 mm', () => {
    expect(documentXml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    const margins = /<w:pgMar [^>]*>/.exec(documentXml)?.[0] ?? ''
    expect(
      ['w:top', 'w:right', 'w:bottom', 'w:left', 'w:header', 'w:footer'].map((side) =>
        numberIn(margins, side),
      ),
    ).toEqual([2098, 1475, 1984, 1587, 1701, 1372])
  })

  test('22 lines of 28 characters', () => {
    expect(documentXml).toMatch(/<w:docGrid (?=[^>]*w:type="lines")(?=[^>]*w:linePitch="579")[^>]*>/)
    expect(styleOf(docx, 'Normal')).toContain('w:line="579" w:lineRule="exact"')
    expect(partOf(docx, 'word/styles.xml')).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>')
    expect(styleOf(docx, 'Normal')).toContain('<w:widowControl w:val="0"/>')
    expect(partOf(docx, 'word/settings.xml')).toContain('<w:characterSpacingControl w:val="doNotCompress"/>')
  })

  test('odd and even pages differ, and the first from both', () => {
    expect(documentXml).toContain('<w:titlePg/>')
    expect(partOf(docx, 'word/settings.xml')).toMatch(/<w:evenAndOddHeaders(?: w:val="true")?\/>/)
  })
})

describe('fonts and sizes (7.2–7.5)', () => {
  test.each([
    [demoLetter.title, '方正小标宋简体', 44],
    ['一、工作开展情况', '黑体', null],
    ['A类', '黑体', null],
  ])('%s is in %s', (text, font, size) => {
    expect(styleSaying(docx, text)).toContain(`w:eastAsia="${font}"`)
    if (size) expect(numberIn(styleSaying(docx, text), 'w:sz w:val')).toBe(size)
    expect(styleSaying(docx, text)).not.toContain('<w:b/>')
  })

  test('the text is in 仿宋 of 3号, levels three and four too', () => {
    expect(partOf(docx, 'word/styles.xml')).toMatch(
      /<w:rPrDefault>.*?w:eastAsia="仿宋_GB2312".*?<w:sz w:val="32"\/>/su,
    )
    for (const text of ['您提出的', '1.摸清底数', '（1）分类登记', demoLetter.salutation, '云科局函'])
      expect(styleSaying(docx, text)).not.toContain('rFonts')
  })

  test.each([
    ['（一）完善平台布局。', '楷体_GB2312'],
    ['二、强化要素保障。', '黑体'],
  ])('only %s has the heading’s face, up to the first full stop', (heading, font) => {
    const runs = paragraphSaying(documentXml, heading).match(/<w:r>.*?<\/w:r>/gsu) ?? []
    expect(runs.length).toBe(2)
    expect(textOf(runs[0] ?? '')).toBe(heading)
    const face = /<w:rStyle w:val="([^"]+)"/.exec(runs[0] ?? '')?.[1] ?? ''
    expect(styleOf(docx, face)).toContain(`w:eastAsia="${font}"`)
    expect(runs[1]).not.toContain('rStyle')
  })

  test('every run of text has the hint that keeps its punctuation wide', () => {
    for (const xml of partsOf(docx).values()) {
      for (const run of xml.match(/<w:r>(?:(?!<\/w:r>).)*<w:t[ >].*?<\/w:r>/gsu) ?? [])
        expect(run).toContain('w:hint="eastAsia"')
    }
  })

  test('the font table names what to take where a font is missing', () => {
    const table = partOf(docx, 'word/fontTable.xml')
    expect(table).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(table).toContain('<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/>')
    expect(table).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>')
  })
})

describe('信函格式 (10.1)', () => {
  test('the mark begins 30 mm from the paper’s edge, red, as large as its line', () => {
    const mark = paragraphSaying(marginPart(docx, 'header', 'first'), demoLetter.issuer)
    expect(numberIn(mark, 'w:line')).toBe(numberIn(mark, 'w:sz w:val') * 10)
    expect(numberIn(mark, 'w:sz w:val')).toBe(95)
    expect(styleOf(docx, styleIdOf(mark))).toContain('<w:color w:val="FF0000"/>')
  })

  test('the upper double line: 4 mm under the mark, thick above thin, 170 mm', () => {
    const [thick, thin, ...more] = bars(marginPart(docx, 'header', 'first'))
    expect(more).toEqual([])
    const markHeight = 0.965 * 47.5 * (25.4 / 72)
    expect(thick?.top).toBeCloseTo(30 + markHeight + 4, 1)
    expect(thick?.height ?? 0).toBeGreaterThan(2 * (thin?.height ?? 1))
    expect(thin?.top).toBeCloseTo((thick?.top ?? 0) + 1.3, 1)
    for (const bar of [thick, thin]) {
      expect(bar?.red).toBe(true)
      expect(bar?.width).toBeCloseTo(170, 1)
      expect((bar?.left ?? 0) + (bar?.width ?? 0) / 2).toBeCloseTo(106, 0)
    }
  })

  test('the lower double line: thin above thick, whose foot is 20 mm from the paper’s', () => {
    const [thin, thick, ...more] = bars(marginPart(docx, 'footer', 'first'))
    expect(more).toEqual([])
    expect((thick?.top ?? 0) + (thick?.height ?? 0)).toBeCloseTo(277, 1)
    expect(thin?.top ?? 999).toBeLessThan(thick?.top ?? 0)
    expect(thin?.width).toBeCloseTo(170, 1)
  })

  test('page numbers begin on page 2: even pages left, odd pages right, one character in', () => {
    expect(marginPart(docx, 'footer', 'first')).not.toContain('PAGE')
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const footer = marginPart(docx, 'footer', type)
      expect(footer).toContain('PAGE')
      expect(textOf(footer)).toBe('—  —')
      const style = styleOf(docx, styleIdOf(footer))
      expect(style).toContain(`<w:jc w:val="${side}"/>`)
      expect(style).toContain(`<w:ind w:${side}="280"/>`)
      expect(style).toMatch(/w:ascii="宋体".*w:sz w:val="28"/su)
    }
  })

  test('headers after the first page take one point, or pages would lose a line', () => {
    for (const type of ['default', 'even'] as const)
      expect(styleOf(docx, styleIdOf(marginPart(docx, 'header', type)))).toContain(
        'w:line="20" w:lineRule="exact"',
      )
  })

  test('a long name gets a smaller mark, and the line moves up with it', async () => {
    const issuer = '云汀经济技术开发区管理委员会科技创新和知识产权局'
    const long = await renderReplyLetter({ ...demoLetter, issuer })
    const header = partOf(long, partHolding(long, issuer))
    const points = numberIn(header, 'w:sz w:val') / 2
    expect(points * issuer.length).toBeLessThan(442)
    expect(bars(header)[0]?.top).toBeCloseTo(30 + 0.965 * points * (25.4 / 72) + 4, 1)
  })

  test('抄送 and the print line stand in one frame at the foot of the block', () => {
    expect(frame('抄送：')).toContain('w:yAlign="bottom"')
    expect(frame('抄送：')).toContain('w:vAnchor="margin"')
    expect(numberIn(frame('抄送：'), 'w:w')).toBe(8844)
    expect(frame('印发')).toBe(frame('抄送：'))
    expect(styleSaying(docx, '抄送：')).toContain('<w:sz w:val="28"/>')
    expect(styleSaying(docx, '印发')).toContain('<w:tab w:val="right" w:pos="8564"/>')
  })
})
