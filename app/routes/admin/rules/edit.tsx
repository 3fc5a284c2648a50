import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { formValues } from '~/domain/deadlines/profile-form'
import { saveProfile } from '~/domain/deadlines/write-profile.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../../proposals/acts/act-form'
import { ruleReaders } from '../../rules/rule-readers'
import { AboutFields, ClassFields, ClearanceFields, WordingFields } from './edit-fields'
import { CustomFields } from './custom-fields'
import { editLabels } from './edit-labels'
import { DeadlineFields } from './deadline-fields'
import { editableProfile, versionIn } from './keeper.server'
import { KeeperForm } from '../keeper-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `修改 ${data.name} · ${data.frame.bureau}` : '修改规则' },
]

export const loader = forUser(async (visit) => {
  const { profile, newest } = await editableProfile(visit)
  const { id, version, name } = profile
  const differing = Object.values(profile.deadlines).flatMap((rule) => (rule.variants ? [rule.kind] : []))
  const values = formValues(profile)
  return { frame: frameOf(visit), key: newKey(), id, version, newest, name, values, differing }
}, ruleReaders)

/** Longer than any wording of a letter; what each field must be is the profile's own business. */
const text = z.string('这一项填了两次。').max(2_000, '最多 2000 字。')
const fields = z.object({ key: hiddenFields.key }).catchall(text)

export const action = actionForUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const { value, command } = await readWrite(visit, fields)
  const { key: _, ...typed } = value
  const values = Object.fromEntries(
    Object.entries(typed).map(([name, t]) => [name, t.replaceAll('\r\n', '\n')]),
  )
  const made = await saveProfile(command, versionIn(visit.params), values)
  return redirect(`${paths.ruleProfile(made.id, made.version)}?done=saved`, 303)
}, ruleReaders)

export default function EditProfile() {
  const { frame, key, id, version, newest, name, values, differing } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const field = (of: string) => ({
    name: of,
    label: editLabels[of] ?? of,
    value: form ? (form.typed[of]?.[0] ?? '') : (values[of] ?? ''),
    error: errors[of],
  })
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title={`修改 ${name}`}
        note={`现在是 ${id} 第 ${version} 版，保存后成第 ${version + 1} 版，旧版不变。没有列出的各项照旧。`}
        crumb={[{ label: '规则管理', href: paths.keepRules() }, { label: '修改' }]}
      />
      {newest > version && !form ? (
        <Note tone="amber">
          已有第 {newest} 版，这一版不能再改。请
          <a href={paths.keepProfile(id, newest, 'edit')}>改第 {newest} 版</a>。
        </Note>
      ) : null}
      <KeeperForm
        formKey={key}
        form={form}
        labels={editLabels}
        submit={`存成第 ${version + 1} 版`}
        cancelHref={paths.ruleProfile(id, version)}
      >
        <Card id="about" title="适用" pad>
          <div className="fform">
            <AboutFields field={field} />
          </div>
        </Card>
        <Card id="deadlines" title="期限" pad>
          <div className="fform">
            <DeadlineFields field={field} differing={differing} />
          </div>
        </Card>
        <Card id="clearance" title="审核签发与抄送" pad>
          <div className="fform">
            <ClearanceFields field={field} />
          </div>
        </Card>
        <Card id="custom" title="答复对象、回执与评价" pad>
          <div className="fform">
            <CustomFields field={field} />
          </div>
        </Card>
        <Card id="classes" title="办理结果" pad>
          <div className="fform">
            <ClassFields field={field} />
          </div>
        </Card>
        <Card id="wording" title="行文" pad>
          <div className="fform">
            <WordingFields field={field} />
          </div>
        </Card>
      </KeeperForm>
    </HouseFrame>
  )
}
