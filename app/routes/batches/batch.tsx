import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readBatch } from '~/domain/batches/read-batches.server'
import { batchStateWords, isOpenBatch, itemStates, itemStateWords } from '~/domain/batches/states'
import { mayStop, stopBatch } from '~/domain/batches/stop-batch.server'
import { forUser, actionForUser } from '~/http/for-user.server'
import { hiddenFields } from '~/http/form-fields'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { instantWords } from '~/ui/dates'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import { PageHead } from '~/ui/parts/page-head'
import { SavedViews } from '~/ui/parts/views'
import { NotDone } from '../admin/not-done'
import { formOf } from '../proposals/acts/act-form'
import { ItemTable } from './item-table'
import { batchTones, countWords } from './batch-words'

const onePage = 100

/** While it runs the page asks again by itself, without a script. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.batch.title} · ${data.frame.bureau}` : '批量办理' },
  ...(data?.isOpen ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export const loader = forUser(async (visit) => {
  const batchId = idParam(visit.params, 'batchId')
  const query = new URL(visit.request.url).searchParams
  const state = itemStates.find((known) => known === query.get('state')) ?? null
  const after = Math.max(0, Math.min(1e6, Math.trunc(Number(query.get('after'))) || 0))
  const { items, ...batch } = await readBatch(visit.viewer, batchId, { state, after, most: onePage + 1 })
  const shown = items.slice(0, onePage)
  const filter = state ? `state=${state}` : ''
  const last = shown.at(-1)?.position
  return {
    frame: frameOf(visit),
    key: newKey(),
    isOpen: isOpenBatch(batch.state),
    mayStop: isOpenBatch(batch.state) && mayStop(visit.viewer, batch.startedBy),
    batch: {
      ...batch,
      startedAt: instantWords(batch.startedAt),
      endedAt: batch.endedAt ? instantWords(batch.endedAt) : null,
    },
    items: shown,
    next:
      items.length > onePage
        ? paths.batch(batchId, [filter, `after=${last}`].filter(Boolean).join('&'))
        : undefined,
    isFiltered: state !== null || after > 0,
    views: [
      { href: paths.batch(batchId), label: '全部', count: batch.total, here: state === null },
      ...itemStates
        .filter((one) => (batch.counts[one] ?? 0) > 0 || one === state)
        .map((one) => ({
          href: paths.batch(batchId, `state=${one}`),
          label: itemStateWords[one],
          count: batch.counts[one] ?? 0,
          here: state === one,
        })),
    ],
  }
})

export const action = actionForUser(async (visit) => {
  const batchId = idParam(visit.params, 'batchId')
  await readWrite(visit, z.object(hiddenFields))
  await stopBatch(visit.viewer, batchId, visit.now)
  return redirect(paths.batch(batchId), 303)
})

export default function Batch() {
  const { frame, key, batch, items, isOpen, mayStop: stops, next, views } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={batch.title}
        note={isOpen ? '后台正在一件一件办理，这一页会自己刷新，离开也不影响。' : undefined}
        crumb={[{ label: '批量办理', href: paths.batches() }, { label: batch.words }]}
        actions={<LinkButton href={paths.batchReport(batch.id)}>下载结果表</LinkButton>}
      />
      <div className="stack">
        <NotDone form={form} labels={{}} />
        <Card id="progress" title="进度" pad>
          <div className="stack">
            <progress className="progress" max={batch.total} value={batch.done} aria-label="进度">
              {batch.done}/{batch.total}
            </progress>
            <Facts
              facts={[
                {
                  term: '状态',
                  detail: (
                    <>
                      <StateDot tone={batchTones[batch.state]}>{batchStateWords[batch.state]}</StateDot>
                      {batch.reason ? `　${batch.reason}` : null}
                    </>
                  ),
                },
                { term: '件数', detail: countWords(batch) },
                { term: '发起', detail: `${batch.starter}，${batch.startedAt}` },
                { term: '结束', detail: batch.endedAt ?? '—' },
              ]}
            />
            {stops ? (
              <form method="post">
                <HiddenFields values={{ key }} />
                <Button kind="no">停止，剩下的不办</Button>
              </form>
            ) : null}
          </div>
        </Card>
        <SavedViews views={views} label="按结果筛选" />
        <ItemTable items={items} next={next} isOpen={isOpen} />
      </div>
    </HouseFrame>
  )
}
