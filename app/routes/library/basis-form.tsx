import { typedValue, type FormState } from '~/http/form-state'
import { Button } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { Card } from '~/ui/parts/card'
import { ConflictNote } from '~/ui/parts/conflict-note'

export const basisLabels = { title: '标题', documentNumber: '文号', issuer: '发文机关', issuedOn: '成文日期' }

type Props = {
  formKey: string
  form: FormState | undefined
  values: Record<keyof typeof basisLabels, string>
}

/** What a policy is cited by. */
export function BasisForm({ formKey, form, values }: Props) {
  const problems = (form?.problems ?? []).filter(({ field }) => field !== 'reason')
  const errors = errorsByField(problems)
  const field = (name: keyof typeof basisLabels) => ({
    name,
    label: basisLabels[name],
    value: typedValue(form, name, values[name]),
    error: errors[name],
  })
  return (
    <Card id="fields" title="读出的内容" note="不对的改过来" pad>
      <form className="fform" method="post">
        <ErrorSummary problems={problems} labels={basisLabels} title="没有收录，填好的都还在" />
        {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
        <HiddenFields values={{ key: formKey, act: 'accept' }} />
        <TextArea {...field('title')} required rows={2} maxLength={200} />
        <TextField {...field('documentNumber')} maxLength={60} />
        <TextField {...field('issuer')} maxLength={80} />
        <TextField {...field('issuedOn')} type="date" />
        <div className="row">
          <Button kind="do">核对无误，收录</Button>
        </div>
      </form>
    </Card>
  )
}
