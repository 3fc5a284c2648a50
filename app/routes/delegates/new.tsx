import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDelegate } from '~/domain/delegates/delegates.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
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
  { title: `登记代表委员 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  return { frame: frameOf(visit), key: newKey() }
})

export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const { value, command } = await readWrite(visit, delegateForm({ key: hiddenFields.key }))
  const { id } = await addDelegate(command, recordIn(value))
  return redirect(`${paths.delegate(id)}?done`, 303)
})

export default function NewDelegate() {
  const { frame, key } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="登记代表委员"
        crumb={[{ label: '代表委员名册', href: paths.delegates() }, { label: '登记' }]}
      />
      <Card id="delegate" title="代表、委员或提出集体提案的单位" pad>
        <KeeperForm
          formKey={key}
          form={form}
          labels={delegateLabels}
          submit="登记"
          cancelHref={paths.delegates()}
        >
          <DelegateFields form={form} />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
