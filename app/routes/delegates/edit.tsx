import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctDelegate } from '~/domain/delegates/delegates.server'
import { readDelegate } from '~/domain/delegates/read-delegates.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { rowFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { KeeperForm } from '../admin/keeper-form'
import { formOf } from '../proposals/acts/act-form'
import { DelegateFields, delegateForm, delegateLabels, recordIn } from './delegate-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `更正${data.record.name} · ${data.frame.bureau}` : '更正' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const row = await readDelegate(visit.viewer, idParam(visit.params, 'delegateId'))
  const { id, version, name, sector, delegation, liaisonGroup, workplace, title, track, kind, term } = row
  return {
    frame: frameOf(visit),
    key: newKey(),
    id,
    version,
    fixed: { track, kind, term },
    record: {
      name, sector, delegation, liaisonGroup, workplace, title,
      organisationKind: row.organisationKind ?? '', phone: row.contact?.phone ?? '', address: row.contact?.address ?? '',
    },
  } // prettier-ignore
})

export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const id = idParam(visit.params, 'delegateId')
  const { value, command } = await readWrite(visit, delegateForm(rowFields))
  await correctDelegate(command, id, { ...recordIn(value), version: value.version })
  return redirect(`${paths.delegate(id)}?done`, 303)
})

export default function EditDelegate() {
  const { frame, key, id, version, fixed, record } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={`更正${record.name}`}
        note="种类、届次不能改：新一届另立记录（换届）。"
        crumb={[
          { label: '代表委员名册', href: paths.delegates() },
          { label: record.name, href: paths.delegate(id) },
          { label: '更正' },
        ]}
      />
      <Card id="delegate" title="这一届的记录" pad>
        <KeeperForm
          formKey={key}
          version={version}
          form={form}
          labels={delegateLabels}
          submit="保存"
          cancelHref={paths.delegate(id)}
        >
          <HiddenFields values={fixed} />
          <DelegateFields form={form} now={record} isFixed />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
