import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeUnit } from '~/domain/people/units.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { readPlaces } from '~/domain/people/read-accounts.server'
import { NotFound } from '~/domain/refusals'
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
import { peopleKeepers } from './keepers'
import { ChangeFields, UnitFields, unitFields, placeChange, placeLabels } from './place-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.unit.fullName} · ${data.frame.bureau}` : '单位' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'places')
  const id = idParam(visit.params, 'unitId')
  const unit = (await readPlaces(visit.viewer)).units.find((d) => d.id === id)
  if (!unit) throw new NotFound('unit')
  return { frame: frameOf(visit), key: newKey(), unit }
}, peopleKeepers)

const fields = z.object({ ...rowFields, ...unitFields, ...placeChange })

export const action = actionForUser(async (visit) => {
  const id = idParam(visit.params, 'unitId')
  const { value, command } = await readWrite(visit, fields)
  const { version, fullName, shortName, kind, position, isClosed } = value
  await changeUnit(command, id, { version, fullName, shortName, kind, position, isClosed })
  return redirect(`${paths.units()}?done`, 303)
}, peopleKeepers)

export default function Unit() {
  const { frame, key, unit } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={unit.fullName}
        crumb={[{ label: '单位', href: paths.units() }, { label: unit.fullName }]}
      />
      <Card id="unit" title="名称、类别、排序、停用" pad>
        <KeeperForm
          formKey={key}
          version={unit.version}
          form={form}
          labels={placeLabels}
          submit="保存"
          cancelHref={paths.units()}
        >
          <UnitFields form={form} now={unit} />
          <ChangeFields form={form} now={unit} />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
