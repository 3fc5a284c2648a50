import { typedValue, type FormState } from '~/http/form-state'
import { Button } from '~/ui/forms/button'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { Card } from '~/ui/parts/card'
import { Fold } from '~/ui/parts/fold'
import type { AskedPage } from './asked-page.server'
import type { LinkAct } from './link-form'
import { opinionLabels } from './opinion-form'

type Props = { page: AskedPage; formKey: string; form: FormState | undefined; person: string }

/** What was typed belongs to the form that was sent. */
const ofAct = (form: FormState | undefined, act: LinkAct) =>
  form?.typed['act']?.[0] === act ? form : undefined

const hidden = ({ formKey, page }: Props, act: LinkAct) => (
  <HiddenFields values={{ key: formKey, act, shownState: page.state }} />
)

/** 签收, under a name: whoever opens the link afterwards sees who took it. */
export function AcknowledgeByLink(props: Props) {
  if (props.page.may.acknowledge.length > 0) return null
  const form = ofAct(props.form, 'acknowledge')
  return (
    <Card id="receive" title="签收" pad>
      <form className="fform" method="post" action="#receive">
        {hidden(props, 'acknowledge')}
        <TextField
          id="f-receiver"
          name="contactName"
          label="签收人姓名"
          hint="签收后主办单位知道由您办理；不签收也可以直接提意见"
          required
          maxLength={40}
          autoComplete="name"
          value={typedValue(form, 'contactName', props.person)}
          error={errorsByField(form?.problems ?? [])['contactName']}
        />
        <Button wide>签收</Button>
      </form>
    </Card>
  )
}

/** 提交会办意见, once. */
export function AnswerByLink(props: Props) {
  if (props.page.may.answer.length > 0) return null
  const form = ofAct(props.form, 'answer')
  const errors = errorsByField(form?.problems ?? [])
  return (
    <Card id="opinion" title={props.page.opinions.length > 0 ? '补充会办意见' : '提交会办意见'} pad>
      <form className="fform" method="post" action="#opinion">
        {hidden(props, 'answer')}
        <CheckBox
          name="isNoObjection"
          label={opinionLabels.isNoObjection}
          checked={typedValue(form, 'isNoObjection') !== ''}
        />
        <TextArea
          name="text"
          label={opinionLabels.text}
          rows={10}
          hint="没有不同意见的可以不填；有意见的请写明可以吸收进复函的内容"
          value={typedValue(form, 'text')}
          error={errors['text']}
        />
        <TextField
          name="docNo"
          label={opinionLabels.docNo}
          hint="有发文字号的填写"
          maxLength={60}
          value={typedValue(form, 'docNo')}
          error={errors['docNo']}
        />
        <TextField
          name="contactName"
          label="姓名"
          required
          maxLength={40}
          autoComplete="name"
          value={typedValue(form, 'contactName', props.person)}
          error={errors['contactName']}
        />
        <TextField
          name="contactPhone"
          label={opinionLabels.contactPhone}
          type="tel"
          maxLength={40}
          autoComplete="tel"
          value={typedValue(form, 'contactPhone')}
          error={errors['contactPhone']}
        />
        <Button kind="do" size="l" wide>
          提交意见
        </Button>
        <p className="hint">每个链接只能提交一次，提交后不能自己改；要改请联系主办联系人。</p>
      </form>
    </Card>
  )
}

/** 不予会办, with the reason. */
export function DeclineByLink(props: Props) {
  if (props.page.may.decline.length > 0) return null
  const form = ofAct(props.form, 'decline')
  const errors = errorsByField(form?.problems ?? [])
  return (
    <Fold title="不属我单位职责？" open={form !== undefined}>
      <form className="fform pad" method="post">
        {hidden(props, 'decline')}
        <TextArea
          name="reason"
          label="理由"
          hint="写明为什么不属贵单位职责，建议由哪个单位会办"
          required
          rows={4}
          maxLength={500}
          value={typedValue(form, 'reason')}
          error={errors['reason']}
        />
        <TextField
          id="f-decliner"
          name="contactName"
          label="姓名"
          required
          maxLength={40}
          autoComplete="name"
          value={typedValue(form, 'contactName', props.person)}
          error={errors['contactName']}
        />
        <Button kind="no" wide>
          不予会办
        </Button>
      </form>
    </Fold>
  )
}
