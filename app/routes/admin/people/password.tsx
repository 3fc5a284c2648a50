import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { oneTimePassword } from '~/auth/one-time-password.server'
import { hashPassword } from '~/auth/password.server'
import { givePassword } from '~/domain/people/authority.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { readAccount } from '~/domain/people/read-accounts.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.account.name}的一次性密码 · ${page.frame.bureau}` : '一次性密码' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'authority')
  const { id, name, login } = await readAccount(visit.viewer, idParam(visit.params, 'userId'))
  return { frame: frameOf(visit), key: newKey(), account: { id, name, login } }
}, peopleKeepers)

/** The password stands in this one answer and nowhere else; the same form sent again is 409. */
export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'authority')
  const userId = idParam(visit.params, 'userId')
  const { command } = await readWrite(visit, z.object({ key: hiddenFields.key }))
  const password = oneTimePassword()
  await givePassword(command, userId, await hashPassword(password))
  return data({ password }, { headers: { 'Cache-Control': 'no-store' } })
}, peopleKeepers)

export default function OneTimePassword() {
  const { frame, key, account } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const given = acted && 'password' in acted ? acted.password : null
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={`给${account.name}发一次性密码`}
        crumb={[
          { label: '账号', href: paths.accounts() },
          { label: account.name, href: paths.account(account.id) },
          { label: '一次性密码' },
        ]}
      />
      {given ? (
        <Card id="given" title="一次性密码" pad>
          <Note tone="amber" announce>
            <b>只显示这一次。</b>
            请当面或电话告诉本人，不要写进邮件。原来的密码和会话已经失效；本人登录后须先改成自己的密码。
          </Note>
          <Facts
            facts={[
              { term: '登录名', detail: account.login },
              { term: '密码', detail: <code className="once">{given}</code> },
            ]}
          />
          <div className="row">
            <LinkButton href={paths.account(account.id)}>已经告诉本人</LinkButton>
          </div>
        </Card>
      ) : (
        <Card id="give" title="重置密码" pad>
          <KeeperForm
            formKey={key}
            form={formOf(acted)}
            labels={{}}
            submit="生成一次性密码"
            cancelHref={paths.account(account.id)}
          >
            <p>
              原密码立即失效，这个账号的会话立即结束。密码只在下一页显示一次；本人用它登录后须先改成自己的密码。
            </p>
          </KeeperForm>
        </Card>
      )}
    </HouseFrame>
  )
}
