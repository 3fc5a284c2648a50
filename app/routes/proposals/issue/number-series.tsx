import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDay, yearOf } from '~/domain/deadlines/day'
import { readBureau } from '~/domain/proposal/read-proposal.server'
import { readNextNumber } from '~/domain/reply/read-next-number.server'
import { setNextNumber } from '~/domain/reply/set-next-number.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { RadioGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../acts/act-form'

const clerk = { roles: ['seal_clerk'] } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `发文字号起始号 · ${data.frame.bureau}` : '发文字号起始号' },
]

export const loader = forUser(async (visit) => {
  const bureau = await readBureau(visit.viewer)
  if (!bureau) throw new NotFound('bureau')
  const asked = new URL(visit.request.url).searchParams
  const purpose = asked.get('purpose') === 'opinion' ? 'opinion' : 'reply'
  const year = /^20\d\d$/.test(asked.get('year') ?? '')
    ? Number(asked.get('year'))
    : yearOf(shanghaiDay(visit.now))
  const code = purpose === 'opinion' ? bureau.opinionCode : bureau.letterCode
  const next = await readNextNumber(visit.viewer, { purpose, year, code })
  return {
    frame: frameOf(visit),
    key: newKey(),
    purpose,
    year,
    code: next.code,
    next: next.next,
    isDone: new URL(visit.request.url).searchParams.has('set'),
  }
}, clerk)

const fields = z.object({
  key: hiddenFields.key,
  purpose: z.enum(['reply', 'opinion'], '请选择复函还是会办意见。'),
  year: z.coerce
    .number('请填写年份。')
    .int('请填写年份。')
    .min(2000, '请填写年份。')
    .max(2100, '请填写年份。'),
  code: line('机关代字', 20),
  next: z.coerce
    .number('请填写起始号。')
    .int('请填写整数。')
    .min(1, '起始号至少是 1。')
    .max(99_999, '起始号太大。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { purpose, year, code, next } = value
  await setNextNumber(command, { purpose, year, code, next })
  return redirect(`${paths.numberSeries()}?set=1&purpose=${purpose}&year=${year}`, 303)
}, clerk)

const labels = { purpose: '用于', year: '年份', code: '机关代字', next: '起始号' }

export default function NumberSeries() {
  const { frame, key, purpose, year, code, next, isDone } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="发文字号起始号"
        note="本年度已在纸上编过号的，从下一个号接着编；不能回到已经用过的号。"
      />
      <Card id="series" title={`${code}〔${year}〕，下一个是 ${next} 号`} pad>
        <form className="fform" method="post">
          {isDone && !form ? (
            <Note tone="green" announce>
              已设置，下一个是 {next} 号。
            </Note>
          ) : null}
          <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有设置" />
          <HiddenFields values={{ key }} />
          <RadioGroup
            name="purpose"
            label="用于"
            required
            across
            options={[
              { value: 'reply', label: '复函' },
              { value: 'opinion', label: '会办意见' },
            ]}
            value={typedValue(form, 'purpose', purpose)}
            error={errors['purpose']}
          />
          <div className="two">
            <TextField
              name="code"
              label="机关代字"
              required
              value={typedValue(form, 'code', code)}
              error={errors['code']}
            />
            <TextField
              name="year"
              label="年份"
              required
              inputMode="numeric"
              value={typedValue(form, 'year', String(year))}
              error={errors['year']}
            />
          </div>
          <TextField
            name="next"
            label="起始号"
            required
            inputMode="numeric"
            value={typedValue(form, 'next', String(next))}
            error={errors['next']}
          />
          <div className="row">
            <Button kind="do">设置</Button>
            <LinkButton href={paths.desk()}>返回</LinkButton>
          </div>
        </form>
      </Card>
    </HouseFrame>
  )
}
