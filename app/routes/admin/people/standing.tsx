import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { disableAccount, enableAccount } from '~/domain/people/authority.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { readAccount } from '~/domain/people/read-accounts.server'
import { rowFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.verb}${data.account.name}的账号 · ${data.frame.bureau}` : '停用账号' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'authority')
  const { id, name, version, disabledAt, stays } = await readAccount(
    visit.viewer,
    idParam(visit.params, 'userId'),
  )
  return {
    frame: frameOf(visit),
    key: newKey(),
    account: { id, name, version },
    verb: disabledAt ? '恢复' : '停用',
    to: disabledAt ? ('enabled' as const) : ('disabled' as const),
    stays,
  }
}, peopleKeepers)

const fields = z.object({ ...rowFields, to: z.enum(['enabled', 'disabled'], '请选择停用还是恢复。') })

export const action = actionForUser(async (visit) => {
  const userId = idParam(visit.params, 'userId')
  const { value, command } = await readWrite(visit, fields)
  const change = value.to === 'disabled' ? disableAccount : enableAccount
  await change(command, userId, { version: value.version })
  return redirect(`${paths.account(userId)}?done=${value.to}`, 303)
}, peopleKeepers)

export default function Standing() {
  const { frame, key, account, verb, to, stays } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={`${verb}${account.name}的账号`}
        crumb={[
          { label: '账号', href: paths.accounts() },
          { label: account.name, href: paths.account(account.id) },
          { label: verb },
        ]}
      />
      <Card id="standing" title={verb} pad>
        <KeeperForm
          formKey={key}
          version={account.version}
          form={form}
          labels={{}}
          submit={verb}
          reasons={stays}
          isHarm={to === 'disabled'}
          cancelHref={paths.account(account.id)}
        >
          <HiddenFields values={{ to }} />
          {to === 'disabled' ? (
            <p>停用后不能再登录，正在用的会话立即结束。办过的事和日志都保留，以后可以恢复。</p>
          ) : (
            <p>恢复后角色和密码与停用前一样。</p>
          )}
          {stays.length > 0 && !form?.reasons.length ? (
            <>
              <WhyNot id="stays" title="现在还不能停用：" items={stays} />
              <p className="hint">
                要立即断开这个账号，请先发一次性密码：原密码和会话马上失效，移交以后再停用。
              </p>
            </>
          ) : null}
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
