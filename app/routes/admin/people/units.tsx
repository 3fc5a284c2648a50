import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { unitKindWords } from '~/domain/deadlines/sheet-words'
import { isDutyOf } from '~/domain/people/administrators'
import { readPlaces } from '~/domain/people/read-accounts.server'
import { addUnit } from '~/domain/people/units.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
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
import { placeLabels, UnitFields, unitFields } from './place-fields'
import { PlacesNav } from './places-nav'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `单位 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { units } = await readPlaces(visit.viewer)
  return {
    frame: frameOf(visit),
    key: newKey(),
    units,
    keeps: isDutyOf(visit.viewer, 'places'),
    isDone: new URL(visit.request.url).searchParams.has('done'),
  }
}, peopleKeepers)

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object({ key: hiddenFields.key, ...unitFields }))
  const { fullName, shortName, kind } = value
  await addUnit(command, { fullName, shortName, kind })
  return redirect(`${paths.units()}?done`, 303)
}, peopleKeepers)

const columns = [
  { key: 'name', label: '单位' },
  { key: 'kind', label: '类别' },
  { key: 'position', label: '排序', isNumber: true },
  { key: 'standing', label: '状态' },
]

export default function Units() {
  const { frame, key, units, keeps, isDone } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title="单位"
        note="交办机关、督办机构、会办单位。还有在办件、会办或在用账号的不能停用。"
        actions={keeps ? <LinkButton href={paths.importUnits()}>导入名单</LinkButton> : undefined}
      />
      <div className="stack">
        <PlacesNav here="units" />
        {isDone ? (
          <Note tone="green" announce>
            已保存。
          </Note>
        ) : null}
        <Card id="units" title="单位" note={`${units.length} 个`}>
          <Grid caption="单位" columns={columns} cards tight>
            {units.map((u) => (
              <tr key={u.id}>
                <Cell label="单位">
                  {keeps ? <a href={paths.unit(u.id)}>{u.fullName}</a> : u.fullName}
                  <small>{u.shortName}</small>
                </Cell>
                <Cell label="类别">{unitKindWords[u.kind]}</Cell>
                <Cell label="排序" isNumber>
                  {u.position}
                </Cell>
                <Cell label="状态">{u.isClosed ? <Tag tone="amber">已停用</Tag> : '在用'}</Cell>
              </tr>
            ))}
          </Grid>
        </Card>
        {keeps ? (
          <Card id="add" title="增加单位" pad>
            <KeeperForm
              formKey={key}
              form={form}
              labels={placeLabels}
              submit="增加单位"
              cancelHref={paths.units()}
            >
              <UnitFields form={form} />
            </KeeperForm>
          </Card>
        ) : null}
      </div>
    </HouseFrame>
  )
}
