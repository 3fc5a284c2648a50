import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { kindOfDelegate, whereFrom } from '~/domain/delegates/delegate-words'
import { carryToTerm, mostCarried } from '~/domain/delegates/delegates.server'
import { readToCarry, readTerms } from '~/domain/delegates/read-delegates.server'
import { mustHaveDuty } from '~/domain/people/keep-people.server'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button } from '~/ui/forms/button'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { delegateTrackWords } from '~/domain/delegates/delegate-words'
import { KeeperForm } from '../admin/keeper-form'
import { formOf } from '../proposals/acts/act-form'
import { delegateFilterIn } from './filter'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `换届 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const asked = delegateFilterIn(new URL(visit.request.url).searchParams)
  const track = asked.track ?? 'npc'
  const terms = await readTerms(visit.viewer, track)
  const term = asked.term ?? terms[0] ?? 1
  const rows = await readToCarry(visit.viewer, { track, term })
  return {
    frame: frameOf(visit),
    key: newKey(),
    terms,
    track,
    term,
    rows: rows.map((r) => ({ value: r.id, label: r.name, hint: [kindOfDelegate(r), whereFrom(r)].filter(Boolean).join('，') })),
  } // prettier-ignore
})

const fields = z.object({
  key: hiddenFields.key,
  term: z.coerce
    .number('届次请填数字。')
    .int('届次请填整数。')
    .min(1, '届次从 1 起。')
    .max(99, '届次最大 99。'),
  ids: manyOf(z.uuid('请重新选择。'))
    .refine((ids) => ids.length > 0, '请至少选一位。')
    .refine((ids) => ids.length <= mostCarried, `一次最多 ${mostCarried} 位。`),
})

export const action = actionForUser(async (visit) => {
  mustHaveDuty(visit.viewer, 'delegates')
  const { value, command } = await readWrite(visit, fields)
  const { carried } = await carryToTerm(command, { ids: value.ids, term: value.term })
  return redirect(paths.delegates(`term=${value.term}&carried=${carried}`), 303)
})

export default function NextTerm() {
  const { frame, key, terms, track, term, rows } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="换届"
        note="连任的另立一条新一届的记录，与原记录相连；原来提出的件仍在原记录下，照常答复。"
        crumb={[{ label: '代表委员名册', href: paths.delegates() }, { label: '换届' }]}
      />
      <div className="stack">
        <form className="card" method="get" aria-label="选择届次">
          <fieldset className="filters">
            <legend className="vh">哪一届</legend>
            <Select
              name="track"
              label="种类"
              options={tracks.map((t) => ({ value: t, label: delegateTrackWords[t] }))}
              value={track}
            />
            <Select
              name="term"
              label="现在的届次"
              id="f-from"
              options={terms.map((t) => ({ value: String(t), label: `第 ${t} 届` }))}
              value={String(term)}
            />
            <div className="field go">
              <Button>列出</Button>
            </div>
          </fieldset>
        </form>
        <Card
          id="carry"
          title={`第 ${term} 届${delegateTrackWords[track]}和集体`}
          note={`还没有后续记录的 ${rows.length} 位`}
          pad
        >
          {rows.length === 0 ? (
            <EmptyState title="没有要接续的">这一届没有记录，或者都已经立了新一届的记录。</EmptyState>
          ) : (
            <KeeperForm
              formKey={key}
              form={form}
              labels={{ term: '新的届次', ids: '连任的' }}
              submit="立新一届的记录"
              cancelHref={paths.delegates()}
            >
              <TextField
                name="term"
                label="新的届次"
                required
                inputMode="numeric"
                value={typedValue(form, 'term', String(term + 1))}
                error={errors['term']}
              />
              <CheckGroup
                name="ids"
                label="连任的（不再担任的去掉勾选）"
                options={rows}
                values={form ? (form.typed['ids'] ?? []) : rows.map((r) => r.value)}
                error={errors['ids']}
                across
              />
            </KeeperForm>
          )}
        </Card>
      </div>
    </HouseFrame>
  )
}
