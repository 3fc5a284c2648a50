import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeDivision } from '~/domain/people/divisions.server'
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
import { ChangeFields, DivisionFields, divisionFields, placeChange, placeLabels } from './place-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.division.name} · ${data.frame.bureau}` : '处室' },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'places')
  const id = idParam(visit.params, 'divisionId')
  const division = (await readPlaces(visit.viewer)).divisions.find((d) => d.id === id)
  if (!division) throw new NotFound('division')
  return { frame: frameOf(visit), key: newKey(), division }
}, peopleKeepers)

const fields = z.object({ ...rowFields, ...divisionFields, ...placeChange })

export const action = actionForUser(async (visit) => {
  const id = idParam(visit.params, 'divisionId')
  const { value, command } = await readWrite(visit, fields)
  const { version, name, position, isClosed } = value
  await changeDivision(command, id, { version, name, position, isClosed })
  return redirect(`${paths.divisions()}?done`, 303)
}, peopleKeepers)

export default function Division() {
  const { frame, key, division } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={division.name}
        crumb={[{ label: '处室', href: paths.divisions() }, { label: division.name }]}
      />
      <Card id="division" title="名称、排序、停用" pad>
        <KeeperForm
          formKey={key}
          version={division.version}
          form={form}
          labels={placeLabels}
          submit="保存"
          cancelHref={paths.divisions()}
        >
          <DivisionFields form={form} now={division} />
          <ChangeFields form={form} now={division} />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
