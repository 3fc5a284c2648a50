import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { correctAccount } from '~/domain/people/accounts.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { readAccount } from '~/domain/people/read-accounts.server'
import { rowFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { PersonFields, personFields, personLabels } from './account-fields'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `更正${data.account.name}的账号 · ${data.frame.bureau}` : '更正账号' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'accounts')
  const { id, name, title, phone, version } = await readAccount(visit.viewer, idParam(visit.params, 'userId'))
  return { frame: frameOf(visit), key: newKey(), account: { id, name, title, phone, version } }
}, peopleKeepers)

const fields = z.object({ ...rowFields, ...personFields })

export const action = actionForUser(async (visit) => {
  const userId = idParam(visit.params, 'userId')
  const { value, command } = await readWrite(visit, fields)
  const { name, title, phone, version } = value
  await correctAccount(command, userId, { name, title, phone, version })
  return redirect(`${paths.account(userId)}?done=saved`, 303)
}, peopleKeepers)

export default function EditAccount() {
  const { frame, key, account } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={`更正${account.name}的账号`}
        crumb={[
          { label: '账号', href: paths.accounts() },
          { label: account.name, href: paths.account(account.id) },
          { label: '更正' },
        ]}
      />
      <Card id="edit" title="姓名、职务、电话" pad>
        <KeeperForm
          formKey={key}
          version={account.version}
          form={form}
          labels={personLabels}
          submit="保存"
          cancelHref={paths.account(account.id)}
        >
          <PersonFields form={form} now={account} />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
