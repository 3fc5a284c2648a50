import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { handOver } from '~/domain/allocation/hand-over.server'
import { readHandover } from '~/domain/allocation/read-handover.server'
import { Invalid } from '~/domain/refusals'
import { hiddenFields, line, manyOf, optionalChoice } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { itemsIn } from './handed-items'
import { HandedResults } from './handed-results'
import { HandoverTable } from './handover-table'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.leaver.name}的工作移交 · ${page.frame.bureau}` : '工作移交' },
]

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  key: newKey(),
  ...(await readHandover(visit.viewer, idParam(visit.params, 'userId'))),
}))

const fields = z.object({
  key: hiddenFields.key,
  reason: line('理由', 500),
  everybody: optionalChoice(z.uuid('请选择接手的人。')),
  items: manyOf(z.string().max(120)),
  to: manyOf(z.union([z.uuid(), z.literal('')], '请选择接手的人。')),
})

/** Items are named with the version the page showed, so that one moved meanwhile is refused and not overwritten. */
export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { leaver } = await readHandover(visit.viewer, idParam(visit.params, 'userId'))
  const items = itemsIn(value)
  if (!items) throw new Invalid([{ field: '', message: '表单不完整，请刷新后重填。' }])
  if (items.length === 0)
    throw new Invalid([
      { field: 'everybody', message: '请选择接手的人：一个人接全部，或在每件后面各选一人。' },
    ])
  const results = await handOver(command, { items, reason: value.reason })
  return data({ results, leaver: leaver.name })
})

export default function Handover() {
  const { frame, key, leaver, items, isMore, colleagues } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const results = acted && 'results' in acted ? acted.results : []
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={`${leaver.name}的工作移交`}
        note={leaver.title}
        crumb={[
          { label: '建议提案', href: paths.proposals() },
          { label: '承办人', href: paths.workload() },
          { label: '工作移交' },
        ]}
      />
      <div className="stack">
        <HandedResults results={results} />
        <Card
          id="items"
          title="在手的件"
          note={isMore ? '先列期限近的 100 件，移交后再列其余' : `${items.length} 件`}
        >
          {items.length === 0 ? (
            <div className="pad">
              <EmptyState title="没有在手的件了">
                {leaver.name}名下没有要移交的件；需要停用账号的，请安全管理员办理。
              </EmptyState>
            </div>
          ) : (
            <HandoverTable formKey={key} form={formOf(acted)} items={items} colleagues={colleagues} />
          )}
        </Card>
      </div>
    </HouseFrame>
  )
}
