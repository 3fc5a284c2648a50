import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  noticeKinds,
  noticeKindWords,
  timings,
  timingWords,
  type NoticeKind,
  type Timing,
} from '~/domain/notices/kinds'
import { readPreferences, setPreferences } from '~/domain/notices/preferences.server'
import { checkbox, hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { CheckBox } from '~/ui/forms/check-box'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { RadioGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form' // prettier-ignore

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `接收设置 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  key: newKey(),
  preferences: await readPreferences(visit.viewer),
  isDone: new URL(visit.request.url).searchParams.has('set'),
}))

const timing = z.enum(timings, '请选择一种。')

const fields = z.object({
  key: hiddenFields.key,
  email: z.union([z.literal(''), z.email('邮箱地址不对，应是 名字@单位域名。').max(200, '邮箱地址最多 200 字。')]),
  sms: checkbox,
  turn: timing,
  co_handling: timing,
  chase: timing,
  outcome: timing,
  watched: timing,
}) // prettier-ignore

export const action = actionForUser(async (visit) => {
  const { value } = await readWrite(visit, fields)
  const chosen = Object.fromEntries(noticeKinds.map((kind) => [kind, value[kind]])) as Record<NoticeKind, Timing>
  await setPreferences(visit.viewer, { email: value.email, wantsSms: value.sms, timings: chosen })
  return redirect(`${paths.inboxSettings()}?set=1`, 303)
}) // prettier-ignore

const labels = { email: '邮箱', ...noticeKindWords }
const options = timings.map((value) => ({ value, label: timingWords[value] }))

export default function InboxSettings() {
  const { frame, key, preferences, isDone } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="inbox">
      <PageHead
        title="接收设置"
        crumb={[{ label: '收件', href: paths.inbox() }, { label: '接收设置' }]}
        note="系统内的收件总会收到；这里定哪些另发邮件、什么时候发。邮件里不写代表委员姓名和答复内容。"
      />
      <Card id="settings" title="邮件和短信" pad>
        <form className="fform" method="post">
          {isDone && !form ? (
            <Note tone="green" announce>
              已保存。
            </Note>
          ) : null}
          <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有保存，填好的都还在" />
          <HiddenFields values={{ key }} />
          <TextField
            name="email"
            label="邮箱"
            hint="不填就不发邮件。"
            value={typedValue(form, 'email', preferences.email)}
            error={errors['email']}
          />
          {noticeKinds.map((kind) => (
            <RadioGroup
              key={kind}
              name={kind}
              label={noticeKindWords[kind]}
              across
              options={options}
              value={typedValue(form, kind, preferences.timings[kind])}
              error={errors[kind]}
            />
          ))}
          <CheckBox
            name="sms"
            label="随时发的也发短信（没有接短信平台时只记录）"
            checked={form ? typedValue(form, 'sms') === 'yes' : preferences.wantsSms}
          />
          <div className="row">
            <Button kind="do">保存</Button>
            <LinkButton href={paths.inbox()}>返回收件</LinkButton>
          </div>
        </form>
      </Card>
    </HouseFrame>
  )
}
