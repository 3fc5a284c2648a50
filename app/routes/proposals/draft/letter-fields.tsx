import { opennessKinds, outcomes } from '~/domain/proposal/words-of-the-trade'
import { typedValue, type FormState } from '~/http/form-state'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { Select } from '~/ui/forms/select'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { Fold } from '~/ui/parts/fold'
import { opennessWords, outcomeWords } from '~/ui/words'
import type { DraftPage } from './draft-page.server'

type Props = {
  page: DraftPage
  draft: NonNullable<DraftPage['draft']>
  form: FormState | undefined
  isReadOnly: boolean
}

/** Everything on the letter besides its text. */
export function LetterFields({ page, draft, form, isReadOnly }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const isTicked = (name: string, stored: boolean) => (form ? form.typed[name] !== undefined : stored)
  const { fields } = draft
  return (
    <>
      <Fold title="标题、称谓、办理结果" note={isReadOnly ? '只读' : undefined} open>
        <div className="pad fform">
          <TextField
            name="title"
            label="标题"
            required
            wide
            value={typedValue(form, 'title', fields.title)}
            error={errors['title']}
          />
          <div className="two">
            <TextField
              name="salutation"
              label="称谓"
              required
              value={typedValue(form, 'salutation', fields.salutation)}
              error={errors['salutation']}
            />
            {page.isOpinion ? null : (
              <Select
                name="outcome"
                label="办理结果"
                empty="请选择"
                options={outcomes.map((o) => ({
                  value: o,
                  label: `${draft.outcomeLetters[o]}类 ${outcomeWords[o]}`,
                }))}
                value={typedValue(form, 'outcome', draft.outcome ?? '')}
                error={errors['outcome']}
              />
            )}
          </div>
          {page.isOpinion ? null : (
            <div className="two">
              <Select
                name="openness"
                label="公开属性"
                empty="请选择"
                options={opennessKinds.map((o) => ({ value: o, label: opennessWords[o] }))}
                value={typedValue(form, 'openness', draft.openness ?? '')}
                error={errors['openness']}
              />
              <TextField
                name="opennessGround"
                label="不主动公开的依据"
                value={typedValue(form, 'opennessGround', draft.opennessGround)}
                error={errors['opennessGround']}
              />
            </div>
          )}
          {page.isOpinion ? null : (
            <CheckBox
              name="printsOutcome"
              label="在复函右上角标注办理结果"
              checked={isTicked('printsOutcome', fields.printsOutcome)}
            />
          )}
        </div>
      </Fold>
      <Fold title="联系人、抄送、附件">
        <div className="pad fform">
          <TextField
            name="contact"
            label="联系人"
            wide
            value={typedValue(form, 'contact', fields.contact)}
            error={errors['contact']}
          />
          <div className="two">
            <TextArea
              name="cc"
              label="抄送"
              hint="一行一个单位"
              rows={5}
              value={typedValue(form, 'cc', fields.cc.join('\n'))}
              error={errors['cc']}
            />
            <TextArea
              name="attachments"
              label="附件"
              hint="一行一个附件名"
              rows={5}
              value={typedValue(form, 'attachments', fields.attachments.join('\n'))}
              error={errors['attachments']}
            />
          </div>
          <CheckBox name="hasNoCc" label="没有抄送单位" checked={isTicked('hasNoCc', fields.hasNoCc)} />
        </div>
      </Fold>
    </>
  )
}
