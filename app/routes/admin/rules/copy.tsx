import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { copyProfile } from '~/domain/deadlines/write-profile.server'
import { hiddenFields, line } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { ruleReaders } from '../../rules/rule-readers'
import { keptProfile, versionIn } from './keeper.server'
import { KeeperForm } from '../keeper-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `复制规则 · ${data.frame.bureau}` : '复制规则' },
]

export const loader = forUser(async (visit) => {
  const { profile } = await keptProfile(visit)
  const { id, version, name } = profile
  return { frame: frameOf(visit), key: newKey(), id, version, name }
}, ruleReaders)

const fields = z.object({
  key: hiddenFields.key,
  id: line('代号', 30).regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, '代号只用字母、数字和连字符，如 BENJU-2026。'),
  name: line('名称', 60),
})

export const action = actionForUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const { value, command } = await readWrite(visit, fields)
  const { id, name } = value
  const made = await copyProfile(command, versionIn(visit.params), { id, name })
  return redirect(paths.keepProfile(made.id, made.version, 'edit'), 303)
}, ruleReaders)

const labels = { id: '代号', name: '名称' }

export default function CopyProfile() {
  const { frame, key, id, version, name } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="复制成本局自己的规则"
        note={`照 ${name}（${id} 第 ${version} 版）复制一份，再改。`}
        crumb={[{ label: '规则管理', href: paths.keepRules() }, { label: '复制' }]}
      />
      <Card id="copy" title="新的规则" pad>
        <KeeperForm formKey={key} form={form} labels={labels} submit="复制" cancelHref={paths.keepRules()}>
          <TextField
            name="id"
            label="代号"
            hint="字母、数字和连字符，定了不能改"
            required
            maxLength={30}
            value={typedValue(form, 'id', `${id}-OWN`.slice(-30))}
            error={errors['id']}
          />
          <TextField
            name="name"
            label="名称"
            required
            maxLength={60}
            value={typedValue(form, 'name', `本局（照${name}）`)}
            error={errors['name']}
          />
        </KeeperForm>
      </Card>
    </HouseFrame>
  )
}
