import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeOwnPassword } from '~/auth/own-password.server'
import { sessionCookie } from '~/auth/session-cookie.server'
import { Invalid } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `修改密码 · ${data?.frame.bureau ?? '复函'}` },
]

const beforeAnything = { withTemporaryPassword: true } as const

export const loader = forUser(
  async (visit) => ({ frame: frameOf(visit), isTemporary: visit.hasTemporaryPassword }),
  beforeAnything,
)

const secret = (name: string) =>
  z.string(`请填写${name}。`).min(1, `请填写${name}。`).max(200, '密码最多 200 位。')

const fields = z
  .object({ current: secret('现在的密码'), fresh: secret('新密码'), again: secret('新密码') })
  .refine((f) => f.fresh === f.again, { path: ['again'], message: '两次填写的新密码不一样。' })

/** No key: the old password is used up by the change, so that the same form cannot act twice. Nothing typed is kept. */
export const action = actionForUser(async (visit) => {
  const form = await parseForm(visit.request, fields)
  if (!form.ok) throw new Invalid(form.problems)
  const { current, fresh } = form.value
  const times = { businessAt: visit.now, recordedAt: visit.realNow }
  const { token } = await changeOwnPassword(visit, { current, fresh, source: visit.source }, times)
  return redirect(`${paths.desk()}?done=password`, {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(token) },
  })
}, beforeAnything)

const labels = { current: '现在的密码', fresh: '新密码', again: '再填一次' }

export default function Password() {
  const { frame, isTemporary } = useLoaderData<typeof loader>()
  const problems = formOf(useActionData())?.problems ?? []
  const errors = errorsByField(problems)
  return (
    <HouseFrame frame={frame}>
      <PageHead title="修改密码" note="改后其他地方登录的会话都会退出。" />
      <Card id="password" title={isTemporary ? '先设一个自己的密码' : '新密码'} pad>
        <form method="post" className="fform act-form">
          {isTemporary ? (
            <Note tone="amber">您用的是一次性密码，设好自己的密码以后才能办理其他事项。</Note>
          ) : null}
          <ErrorSummary problems={problems} labels={labels} title="没有修改" />
          <TextField
            name="current"
            label={isTemporary ? '一次性密码' : labels.current}
            type="password"
            autoComplete="current-password"
            required
            error={errors['current']}
          />
          <TextField
            name="fresh"
            label={labels.fresh}
            hint="至少 8 位，大写、小写、数字、符号至少三种，不含登录名"
            type="password"
            autoComplete="new-password"
            required
            error={errors['fresh']}
          />
          <TextField
            name="again"
            label={labels.again}
            type="password"
            autoComplete="new-password"
            required
            error={errors['again']}
          />
          <div className="row">
            <Button kind="do">修改密码</Button>
            {isTemporary ? null : <LinkButton href={paths.desk()}>取消</LinkButton>}
          </div>
        </form>
      </Card>
    </HouseFrame>
  )
}
