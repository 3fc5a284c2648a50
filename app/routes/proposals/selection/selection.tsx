import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readAllocationChoices } from '~/domain/allocation/read-allocation-choices.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { EmptyState } from '~/ui/parts/empty-state'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../acts/act-form'
import { SelectedTable } from './selected-table'
import { selectionActs } from './selection-acts'
import { SelectionFields } from './selection-fields'
import { readSelected } from './selection-page.server'
import { startSelected } from './start-selected.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? titleOf(data.act) : '批量办理'} · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  key: newKey(),
  ...(await readSelected(visit)),
  ...(await readAllocationChoices(visit.viewer)),
}))

export const action = actionForUser(async (visit) => {
  const { batchId } = await startSelected(visit)
  return redirect(paths.batch(batchId), 303)
})

const titleOf = (act: keyof typeof selectionActs | null) =>
  act ? `批量${selectionActs[act].label}` : '批量办理'

/** What will be done to each of the selected, what is refused and why; nothing is done before the button. */
export default function SelectionPage() {
  const { frame, key, act, may, isCut, items, divisions, units } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const open = items.filter((it) => it.reasons.length === 0)
  const taken = new URLSearchParams(open.map((it) => ['item', it.registerNo])).toString()
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={titleOf(act)}
        note={`选中 ${items.length} 件，可以办 ${open.length} 件`}
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: titleOf(act) }]}
      />
      {act === null || !may || items.length === 0 ? (
        <Card id="nothing" title="没有可以办的">
          <EmptyState
            title={act !== null && !may ? '这一项不由您办' : '没有选中要办的件'}
            actions={<LinkButton href={paths.proposals()}>回到清单</LinkButton>}
          >
            {act !== null && !may
              ? '请综合处或登记员办理。'
              : '请在清单里勾选要办的件，再选要做什么，然后按“下一步”。'}
          </EmptyState>
        </Card>
      ) : (
        <div className="stack">
          {isCut ? <Note tone="amber">一次最多 200 件，只列出前 200 件；办完再选下一批。</Note> : null}
          <Card id="do" title={`对 ${open.length} 件${selectionActs[act].label}`} pad>
            {selectionActs[act].event === null ? (
              <div className="row">
                <LinkButton kind="do" href={act === 'sheets' ? paths.transferSheets(taken) : paths.selectionSheet(taken)} download>
                  下载 {open.length} 件的{act === 'sheets' ? '转办单' : '表格'}
                </LinkButton>
                <LinkButton href={paths.proposals()}>回到清单</LinkButton>
              </div>
            ) : (
              <form className="fform act-form" method="post">
                <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有办理，填好的都还在" />
                {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
                {form && form.reasons.length > 0 ? <WhyNot id="refused" title="没有办理：" items={form.reasons} /> : null}
                <HiddenFields values={{ key, act }} />
                {open.map((it) => (
                  <input key={it.registerNo} type="hidden" name="item" value={`${it.registerNo}~${it.version}`} />
                ))}
                <SelectionFields act={act} form={form} divisions={divisions} units={units} />
                <div className="row">
                  {open.length > 0 ? <Button kind="do">办理 {open.length} 件</Button> : null}
                  <LinkButton href={paths.proposals()}>取消</LinkButton>
                </div>
              </form>
            )}
          </Card>
          <Card id="items" title="逐件核对">
            <SelectedTable items={items} />
          </Card>
        </div>
      )}
    </HouseFrame>
  )
} // prettier-ignore

const labels = { divisionId: '承办处室', handlingRole: '办理身份', leadUnitId: '主办单位', reason: '理由' }
