import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { unusablePassword } from '~/auth/one-time-password.server'
import { openAccount } from '~/domain/people/accounts.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { hiddenFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { PersonFields, personFields, personLabels } from './account-fields'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `开户 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'accounts')
  return { frame: frameOf(visit), key: newKey() }
}, peopleKeepers)

const fields = z.object({
  key: hiddenFields.key,
  login: z
    .string('请填写登录名。')
    .trim()
    .regex(/^[a-z][a-z0-9._-]{1,39}$/, '登录名用小写字母开头，字母、数字、点、横线，2 至 40 位。'),
  ...personFields,
})

export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'accounts')
  const { value, command } = await readWrite(visit, fields)
  const { login, name, title, phone } = value
  const passwordHash = await unusablePassword()
  const { id } = await openAccount(command, { login, name, title, phone, passwordHash })
  return redirect(`${paths.account(id)}?done=opened`, 303)
}, peopleKeepers)

export default function OpenAccount() {
  const { frame, key } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title="开户"
        note="新账号没有角色，也没有密码：请安全管理员授权并发一次性密码后才能用。"
        crumb={[{ label: '账号', href: paths.accounts() }, { label: '开户' }]}
      />
      <Card id="open" title="谁用这个账号" pad>
        <KeeperForm
          formKey={key}
          form={form}
          labels={personLabels}
          submit="开户"
          cancelHref={paths.accounts()}
        >
          <TextField
            name="login"
            label={personLabels.login}
            hint="开户后不能改；如 zhangsan"
            required
            maxLength={40}
            value={typedValue(form, 'login')}
            error={errorsByField(form?.problems ?? [])['login']}
          />
          <PersonFields form={form} />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
