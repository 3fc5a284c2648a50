import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '~/domain/deadlines/day'
import { moveDeadlines } from '~/domain/deadlines/move-deadlines.server'
import { readMoves } from '~/domain/deadlines/read-moves.server'
import { hiddenFields, manyOf } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { NotDone } from '../admin/not-done'
import { formOf } from '../proposals/acts/act-form'
import { moveColumns, MoveCells } from './move-row'

const coordinator = { roles: ['coordinator'] } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `期限改动 · ${data.frame.bureau}` : '期限改动' },
]

export const loader = forUser(async (visit) => {
  const { total, lines } = await readMoves(visit.viewer)
  const moved = new URL(visit.request.url).searchParams.get('moved')
  return {
    frame: frameOf(visit),
    key: newKey(),
    total,
    lines,
    moved: /^\d{1,3}$/.test(moved ?? '') ? moved : null,
  }
}, coordinator)

/** “id from to”, as the box was drawn. */
const ticked = z.string().transform((text, context) => {
  const [deadlineId = '', from = '', to = ''] = text.split(' ')
  if (z.uuid().safeParse(deadlineId).success && isDay(from) && isDay(to)) return { deadlineId, from, to }
  context.addIssue('表单不完整，请刷新后重选。')
  return z.NEVER
})

const fields = z.object({
  key: hiddenFields.key,
  move: manyOf(ticked)
    .refine((list) => list.length > 0, '请勾选要改的期限。')
    .refine((list) => list.length <= 200, '一次最多改 200 个。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { moved } = await moveDeadlines(command, value.move)
  return redirect(`${paths.moves()}?moved=${moved}`, 303)
}, coordinator)

const columns = [{ key: 'tick', label: '改', width: 'check' } as const, ...moveColumns]

export default function Moves() {
  const { frame, key, total, lines, moved } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const kept = form?.typed['move'] ?? []
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="期限改动"
        note="放假安排变了，下列期限按新安排推算有了不同。勾选的才改，每一个都记入日志。"
        actions={<LinkButton href={paths.calendar()}>放假安排</LinkButton>}
      />
      <div className="stack">
        {moved && !form ? (
          <Note tone="green" announce>
            已改 {moved} 个期限。
          </Note>
        ) : null}
        <NotDone form={form} labels={{}} />
        {lines.length === 0 ? (
          <section className="card pad">
            <EmptyState title="没有要改的期限">所有在办的期限都与现行的放假安排一致。</EmptyState>
          </section>
        ) : (
          <Card
            id="moves"
            title={`${total} 个期限`}
            note={total > lines.length ? `先列 ${lines.length} 个` : undefined}
          >
            <form method="post">
              <HiddenFields values={{ key }} />
              <Grid caption="按现行放假安排推算不同的期限" columns={columns} cards>
                {lines.map((line) => {
                  const value = `${line.id} ${line.from} ${line.to}`
                  return (
                    <tr key={line.id}>
                      <Cell label="改">
                        <label className="check-hit">
                          <input
                            type="checkbox"
                            name="move"
                            value={value}
                            defaultChecked={kept.includes(value)}
                            aria-label={`改 ${line.registerNo} 的${line.name}期限`}
                          />
                        </label>
                      </Cell>
                      <MoveCells line={line} href={paths.proposal(line.registerNo)} />
                    </tr>
                  )
                })}
              </Grid>
              <div className="pad">
                <Button kind="do">改勾选的期限</Button>
              </div>
            </form>
          </Card>
        )}
      </div>
    </HouseFrame>
  )
}
