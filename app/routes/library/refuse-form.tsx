import { typedValue, type FormState } from '~/http/form-state'
import { Button } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { Card } from '~/ui/parts/card'

/** The other way out of quarantine: with a reason, and the page stays to be seen. */
export function RefuseForm({ formKey, form }: { formKey: string; form: FormState | undefined }) {
  const problems = (form?.problems ?? []).filter(({ field }) => field === 'reason')
  return (
    <Card id="refuse" title="不收" pad>
      <form className="fform" method="post">
        <ErrorSummary problems={problems} labels={{ reason: '理由' }} title="没有办理" />
        <HiddenFields values={{ key: `${formKey}-no`, act: 'refuse' }} />
        <TextField
          name="reason"
          label="理由"
          hint="如：与本局业务无关、缺字太多看不出原意"
          required
          maxLength={500}
          value={typedValue(form, 'reason')}
          error={errorsByField(problems)['reason']}
        />
        <div className="row">
          <Button kind="no">不收</Button>
        </div>
      </form>
    </Card>
  )
}
