import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDutyOf } from '~/domain/people/administrators'
import { addDivision } from '~/domain/people/divisions.server'
import { readPlaces } from '~/domain/people/read-accounts.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { formOf } from '../../proposals/acts/act-form'
import { KeeperForm } from '../keeper-form'
import { peopleKeepers } from './keepers'
import { DivisionFields, divisionFields, placeLabels } from './place-fields'
import { PlacesNav } from './places-nav'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `处室 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { divisions } = await readPlaces(visit.viewer)
  return {
    frame: frameOf(visit),
    key: newKey(),
    divisions,
    keeps: isDutyOf(visit.viewer, 'places'),
    isDone: new URL(visit.request.url).searchParams.has('done'),
  }
}, peopleKeepers)

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object({ key: hiddenFields.key, ...divisionFields }))
  await addDivision(command, { name: value.name })
  return redirect(`${paths.divisions()}?done`, 303)
}, peopleKeepers)

const columns = [
  { key: 'name', label: '处室' },
  { key: 'position', label: '排序', isNumber: true },
  { key: 'standing', label: '状态' },
]

export default function Divisions() {
  const { frame, key, divisions, keeps, isDone } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead title="处室" note="没有在办的件、没有在用账号的处室才能停用。" />
      <div className="stack">
        <PlacesNav here="divisions" />
        {isDone ? (
          <Note tone="green" announce>
            已保存。
          </Note>
        ) : null}
        <Card id="divisions" title="处室" note={`${divisions.length} 个`}>
          <Grid caption="处室" columns={columns} cards tight>
            {divisions.map((d) => (
              <tr key={d.id}>
                <Cell label="处室">{keeps ? <a href={paths.division(d.id)}>{d.name}</a> : d.name}</Cell>
                <Cell label="排序" isNumber>
                  {d.position}
                </Cell>
                <Cell label="状态">{d.isClosed ? <Tag tone="amber">已停用</Tag> : '在用'}</Cell>
              </tr>
            ))}
          </Grid>
        </Card>
        {keeps ? (
          <Card id="add" title="增设处室" pad>
            <KeeperForm
              formKey={key}
              form={form}
              labels={placeLabels}
              submit="增设处室"
              cancelHref={paths.divisions()}
            >
              <DivisionFields form={form} />
            </KeeperForm>
          </Card>
        ) : null}
      </div>
    </HouseFrame>
  )
}
