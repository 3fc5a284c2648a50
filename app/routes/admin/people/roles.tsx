import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { giveRoles } from '~/domain/people/authority.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { readAccount, readPlaces } from '~/domain/people/read-accounts.server'
import { Invalid } from '~/domain/refusals'
import { manyOf, optionalChoice, rowFields } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { peopleKeepers } from './keepers'
import { membershipsIn, roleChoices, roleValue } from './role-choices'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.account.name}的角色 · ${data.frame.bureau}` : '授权' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'authority')
  const [account, { divisions, units }] = await Promise.all([
    readAccount(visit.viewer, idParam(visit.params, 'userId')),
    readPlaces(visit.viewer),
  ])
  const held = account.roles.filter((r) => r.role !== 'co_handler').map(roleValue)
  return {
    frame: frameOf(visit),
    key: newKey(),
    account: { id: account.id, name: account.name, version: account.version },
    held,
    unitId: account.roles.find((r) => r.unitId !== null)?.unitId ?? '',
    choices: roleChoices(divisions, held),
    units: units.filter((u) => !u.isClosed).map((u) => ({ value: u.id, label: u.fullName })),
  }
}, peopleKeepers)

const fields = z.object({
  ...rowFields,
  memberships: manyOf(z.string().max(60)),
  unitId: optionalChoice(z.uuid('请选择单位。')),
})

export const action = actionForUser(async (visit) => {
  const userId = idParam(visit.params, 'userId')
  const { value, command } = await readWrite(visit, fields)
  const memberships = membershipsIn(value.memberships, value.unitId)
  if (!memberships) throw new Invalid([{ field: 'memberships', message: '请重新选择角色。' }])
  await giveRoles(command, userId, { version: value.version, memberships })
  return redirect(`${paths.account(userId)}?done=roles`, 303)
}, peopleKeepers)

const labels = { memberships: '角色', unitId: '会办单位' }

export default function Roles() {
  const { frame, key, account, held, unitId, choices, units } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const values = form ? (form.typed['memberships'] ?? []) : held
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={`${account.name}的角色`}
        note="改后这个账号的会话立即结束，重新登录生效。三员互斥，也不兼任其他角色。"
        crumb={[
          { label: '账号', href: paths.accounts() },
          { label: account.name, href: paths.account(account.id) },
          { label: '授权' },
        ]}
      />
      <Card id="roles" title="授予哪些角色" pad>
        <KeeperForm
          formKey={key}
          version={account.version}
          form={form}
          labels={labels}
          submit="授权"
          cancelHref={paths.account(account.id)}
        >
          <CheckGroup
            name="memberships"
            label="局内岗位"
            across
            options={choices.bureau}
            values={values}
            error={errors['memberships']}
          />
          <CheckGroup
            name="memberships"
            id="f-in-division"
            label="处室岗位"
            across
            options={choices.divisions}
            values={values}
          />
          <Select
            name="unitId"
            label="会办单位的账号"
            empty="不是会办单位的人"
            options={units}
            value={typedValue(form, 'unitId', unitId)}
            error={errors['unitId']}
          />
          <CheckGroup
            name="memberships"
            id="f-administrators"
            label="管理员（三员）"
            across
            options={choices.administrators}
            values={values}
          />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
