import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckBox } from '~/ui/forms/check-box'
import { DisabledButton, GatedButton } from '~/ui/forms/disabled-button'
import { errorsByField, ErrorSummary } from '~/ui/forms/error-summary'
import { fieldId } from '~/ui/forms/field'
import { CheckGroup, RadioGroup } from '~/ui/forms/options'
import { RatingField } from '~/ui/forms/rating'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const all = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map((found) => found[1] ?? '')

const options = [
  { value: 'npc', label: '建议' },
  { value: 'cppcc', label: '提案' },
]
const text = { name: 'cc.0', label: '抄送', hint: '一行一个', error: '没有这个单位', required: true }

const controls: Record<string, ReactElement> = {
  'a text field': <TextField {...text} value="市教委" />,
  'a text area': <TextArea {...text} value="市教委" />,
  'a select': <Select {...text} value="cppcc" options={options} />,
  'a group of radios': <RadioGroup {...text} value="cppcc" options={options} />,
  'a group of boxes': <CheckGroup {...text} values={['cppcc']} options={options} />,
  'a rating': <RatingField {...text} value="basically" />,
  'a box': <CheckBox name="cc.0" label="抄送" error="没有这个单位" checked />,
}

describe.each(Object.entries(controls))('%s', (_, control) => {
  const markup = html(control)

  it('ties every label to a control', () => {
    const targets = all(markup, /<label[^>]* for="([^"]+)"/g)
    for (const target of targets) expect(markup).toContain(` id="${target}"`)
    const wrapping = all(markup, /<label(?![^>]* for=)[^>]*>(<input)/g)
    expect(targets.length + wrapping.length).toBeGreaterThan(0)
  })

  it('is described by its hint and its error, and both exist', () => {
    const described = all(markup, /aria-describedby="([^"]+)"/g).flatMap((ids) => ids.split(' '))
    expect(described.length).toBeGreaterThan(0)
    for (const id of described) expect(markup).toContain(`id="${id}"`)
    expect(described).toContain(`${fieldId('cc.0')}-error`)
  })

  it('can be reached from the summary of errors, keeps its value and posts under its name', () => {
    const summary = html(<ErrorSummary problems={[{ field: 'cc.0', message: '没有这个单位' }]} />)
    const target = /href="#([^"]+)"/.exec(summary)?.[1]
    expect(markup).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="${target}"`))
    expect(markup).toMatch(/value="市教委"|>市教委<\/textarea>|selected=""|checked=""/)
    expect(markup).toContain('name="cc.0"')
  })

  it('needs no style attribute', () => expect(markup).not.toMatch(/ style=/))
})

describe('a rating', () => {
  it('is preselected by nothing but what the person chose before', () => {
    expect(html(<RatingField name="result" label="办理结果" required />)).not.toContain('checked')
    expect(all(html(<RatingField name="result" label="办理结果" required />), /value="(\w+)"/g)).toEqual([
      'satisfied',
      'basically',
      'dissatisfied',
    ])
  })
})

describe('the summary of errors', () => {
  it('says how many and names the fields in words', () => {
    const problems = [
      { field: 'officialNo', message: '已登记过' },
      { field: 'sponsor', message: '至少填一位' },
    ]
    const markup = html(<ErrorSummary problems={problems} labels={{ officialNo: '编号' }} />)
    expect(markup).toContain('还有 2 处要改')
    expect(markup).toContain('编号：已登记过')
    expect(markup).toContain('>至少填一位<')
    expect(markup).toContain('role="alert"')
  })

  it('is absent when nothing is wrong', () => expect(html(<ErrorSummary problems={[]} />)).toBe(''))

  it('hands each field its first message', () => {
    const problems = [
      { field: 'a', message: '先' },
      { field: 'a', message: '后' },
    ]
    expect(errorsByField(problems)).toEqual({ a: '先' })
  })
})

describe('a closed door', () => {
  const reasons = [{ code: 'CO', message: '市财政局未会签', whoCanResolve: '综合处何静姝可准予免会签' }]

  it('names the key: the button is described by why and who can help', () => {
    const markup = html(<DisabledButton reasons={reasons}>提交审核</DisabledButton>)
    const described = /<button[^>]*aria-disabled="true"[^>]*aria-describedby="([^"]+)"/.exec(markup)?.[1]
    const reason = markup.slice(markup.indexOf(`id="${described}"`))
    expect(reason).toContain('市财政局未会签')
    expect(reason).toContain('综合处何静姝可准予免会签')
    expect(markup).toContain('type="button"')
    expect(markup).not.toContain('type="submit"')
  })

  it('opens when nothing stands in the way any more', () => {
    const markup = html(
      <GatedButton kind="do" reasons={[]} name="event" value="submit">
        提交审核
      </GatedButton>,
    )
    expect(markup).toBe(
      '<button name="event" value="submit" type="submit" class="btn btn-do">提交审核</button>',
    )
    expect(
      html(
        <GatedButton reasons={reasons} describedBy="gate">
          提交审核
        </GatedButton>,
      ),
    ).toContain('aria-describedby="gate"')
  })
})
