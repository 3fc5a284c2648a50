import type { RequestState } from '~/domain/co-handling/request-states'
import type { Refusal } from '~/domain/refusals'
import { typedValue, type FormState } from '~/http/form-state'
import { CheckBox } from '~/ui/forms/check-box'
import { GatedButton } from '~/ui/forms/disabled-button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { Card } from '~/ui/parts/card'

export const opinionLabels = {
  isNoObjection: '无不同意见',
  text: '会办意见',
  docNo: '文号',
  contactName: '联系人',
  contactPhone: '联系电话',
}

type Props = {
  formKey: string
  /** As the page showed it: who was overtaken is told so. */
  state: RequestState
  person: string
  form: FormState | undefined
  reasons: readonly Refusal[]
  isRedone: boolean
}

/** 提交会办意见: no objection, or the text; open while the unit owes an answer. */
export function OpinionForm({ formKey, state, person, form, reasons, isRedone }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: keyof typeof opinionLabels) => ({
    name,
    label: opinionLabels[name],
    error: errors[name],
  })
  return (
    <Card id="opinion" title={isRedone ? '补充会办意见' : '提交会办意见'} pad>
      <form className="fform" method="post">
        <HiddenFields values={{ key: formKey, shownState: state }} />
        <CheckBox
          name="isNoObjection"
          label={opinionLabels.isNoObjection}
          checked={typedValue(form, 'isNoObjection') !== ''}
          error={errors['isNoObjection']}
        />
        <TextArea
          {...field('text')}
          rows={10}
          hint="没有不同意见的可以不填；有意见的请写明可以吸收进复函的内容"
          value={typedValue(form, 'text')}
        />
        <TextField
          {...field('docNo')}
          hint="有发文字号的填写"
          maxLength={60}
          value={typedValue(form, 'docNo')}
        />
        <div className="two">
          <TextField
            {...field('contactName')}
            maxLength={40}
            autoComplete="name"
            value={typedValue(form, 'contactName', person)}
          />
          <TextField
            {...field('contactPhone')}
            maxLength={40}
            type="tel"
            autoComplete="tel"
            value={typedValue(form, 'contactPhone')}
          />
        </div>
        <div className="row">
          <GatedButton kind="do" size="l" reasons={reasons}>
            提交意见
          </GatedButton>
        </div>
      </form>
    </Card>
  )
}
