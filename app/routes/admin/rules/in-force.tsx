import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { putInForce } from '~/domain/deadlines/put-in-force.server'
import { isHandoverDay } from '~/domain/intake/registration'
import { trackWords } from '~/domain/proposal/words'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, manyOf } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { CheckGroup } from '~/ui/forms/options'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { ruleReaders } from '../../rules/rule-readers'
import { keptProfile, versionIn } from './keeper.server'
import { KeeperForm } from '../keeper-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `启用规则 · ${data.frame.bureau}` : '启用规则' },
]

export const loader = forUser(async (visit) => {
  const { profile } = await keptProfile(visit)
  return {
    frame: frameOf(visit),
    key: newKey(),
    today: shanghaiDay(visit.now),
    id: profile.id,
    version: profile.version,
    name: profile.name,
    isVerified: profile.verified,
    tracks: (profile.tracks ?? tracks).map((track) => ({ value: track, label: trackWords[track] })),
  }
}, ruleReaders)

const fields = z.object({
  key: hiddenFields.key,
  tracks: manyOf(z.enum(tracks, '请选择建议或提案。')).refine(
    (of) => of.length > 0,
    '请选择用于建议还是提案。',
  ),
  from: z.string('请填写启用日期。').refine(isHandoverDay, '请填写启用日期，如 2026-03-05。'),
})

export const action = actionForUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const { value, command } = await readWrite(visit, fields)
  await putInForce(command, versionIn(visit.params), { tracks: value.tracks, from: value.from })
  return redirect(`${paths.keepRules()}?done=in-force`, 303)
}, ruleReaders)

const labels = { tracks: '用于', from: '启用日期' }

export default function PutInForce() {
  const page = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={page.frame}>
      <PageHead
        title="启用规则"
        note={`${page.name}（${page.id} 第 ${page.version} 版）`}
        crumb={[{ label: '规则管理', href: paths.keepRules() }, { label: '启用' }]}
      />
      <Card id="in-force" title="从哪天起，用于哪些" pad>
        <KeeperForm
          formKey={page.key}
          form={form}
          labels={labels}
          submit="启用"
          cancelHref={paths.keepRules()}
        >
          {page.isVerified ? null : (
            <Note tone="amber">这份规则还没有与公布文本逐条核对，请先核对再启用。</Note>
          )}
          <CheckGroup
            name="tracks"
            label="用于"
            required
            options={page.tracks}
            values={form?.typed['tracks'] ?? []}
            error={errors['tracks']}
          />
          <TextField
            name="from"
            label="启用日期"
            hint="这天及以后交办的，登记时用这份规则；已登记的不变"
            type="date"
            required
            value={typedValue(form, 'from', page.today)}
            error={errors['from']}
          />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
