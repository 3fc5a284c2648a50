import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readMapping, readPreview } from '~/domain/intake/lists/read-import.server'
import { startRegistering } from '~/domain/intake/lists/start-registering.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { checkbox, hiddenFields } from '~/http/form-fields'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { SavedViews } from '~/ui/parts/views'
import { formOf } from '../acts/act-form'
import { ListNotDone } from './list-not-done'
import { judgements, judgementWords, previewRow } from './preview-rows'
import { PreviewTable } from './preview-table'

const onePage = 100

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.fileName} · ${data.frame.bureau}` : '导入清单' },
]

const registrars = { roles: ['registrar'] } as const

export const loader = forUser(async (visit) => {
  const importId = idParam(visit.params, 'importId')
  const [{ list }, judged] = await Promise.all([
    readMapping(visit.viewer, importId),
    readPreview(visit.viewer, importId, shanghaiDay(visit.now)),
  ])
  if (judged === null) throw redirect(paths.listColumns(importId))
  const query = new URL(visit.request.url).searchParams
  const only = judgements.find((one) => one === query.get('only')) ?? null
  const after = Math.trunc(Number(query.get('after'))) || 0
  const kept = judged.filter((row) => (only === null || row.is === only) && row.position > after)
  const rows = kept.slice(0, onePage).map(previewRow)
  const counts = Object.fromEntries(judgements.map((one) => [one, judged.filter((row) => row.is === one).length])) // prettier-ignore
  const filter = only ? `only=${only}&` : ''
  return {
    frame: frameOf(visit),
    key: newKey(),
    importId,
    fileName: list.fileName,
    fileId: list.fileId,
    batchId: list.batchId,
    rows,
    fit: counts['new'] ?? 0,
    faults: (counts['faulty'] ?? 0) + (counts['differs'] ?? 0),
    next: kept.length > onePage ? paths.list(importId, `${filter}after=${rows.at(-1)?.position}`) : undefined,
    views: [
      { href: paths.list(importId), label: '全部', count: judged.length, here: only === null },
      ...judgements
        .filter((one) => (counts[one] ?? 0) > 0 || one === only)
        .map((one) => ({
          href: paths.list(importId, `only=${one}`),
          label: judgementWords[one],
          count: counts[one] ?? 0,
          here: one === only,
        })),
    ],
  }
}, registrars)

const fields = z.object({ ...hiddenFields, allOrNone: checkbox })

export const action = actionForUser(async (visit) => {
  const importId = idParam(visit.params, 'importId')
  const { value, command } = await readWrite(visit, fields)
  const { batchId } = await startRegistering(command, importId, { allOrNone: value.allOrNone })
  return redirect(paths.batch(batchId), 303)
}, registrars)

export default function ListPreview() {
  const { frame, key, importId, fileName, fileId, batchId, rows, fit, faults, next, views } =
    useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={fileName}
        note="每一行会怎样。到这一步还什么也没有登记。"
        crumb={[{ label: '导入清单', href: paths.lists() }, { label: '预览' }]}
        actions={
          <>
            <LinkButton href={paths.file(fileId)}>下载原表</LinkButton>
            {batchId ? null : <LinkButton href={paths.listColumns(importId)}>改各列</LinkButton>}
          </>
        }
      />
      <div className="stack">
        <ListNotDone form={form} labels={{ allOrNone: '有错就都不登记' }} />
        {batchId ? (
          <Note tone="blue">
            这份清单已经开始登记，<a href={paths.batch(batchId)}>看每一行的结果</a>
            。下面是按现在登记的情况再看一遍。
          </Note>
        ) : (
          <Card id="registering" title="第三步：登记" pad>
            <form className="fform" method="post">
              <HiddenFields values={{ key }} />
              <p className="hint">
                {fit > 0 ? `可以登记 ${fit} 件。` : '没有可以登记的新件。'}
                {faults > 0 ? `有 ${faults} 行有错或与登记的不同，不会登记，也不影响别的行。` : ''}
                清单里没有正文的，登记后可以补录。
              </p>
              {faults > 0 ? (
                <CheckBox
                  name="allOrNone"
                  label="有错就都不登记"
                  error={errorsByField(form?.problems ?? [])['allOrNone']}
                />
              ) : null}
              <div className="row">
                <Button kind="do">{fit > 0 ? `登记这 ${fit} 件` : '逐行核对，出结果表'}</Button>
                <LinkButton href={paths.lists()}>先不登记</LinkButton>
              </div>
            </form>
          </Card>
        )}
        <SavedViews views={views} label="按情况筛选" />
        <PreviewTable rows={rows} next={next} />
      </div>
    </HouseFrame>
  )
}
