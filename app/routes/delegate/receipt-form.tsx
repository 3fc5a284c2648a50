import type { Track } from '~/domain/proposal/words-of-the-trade'
import { contactWords } from '~/domain/reply/letter-words'
import { typedValue, type FormState } from '~/http/form-state'
import { Button } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { RatingField } from '~/ui/forms/rating'
import { TextArea } from '~/ui/forms/text-area'
import { Note } from '~/ui/parts/note'

export const receiptLabels = { attitude: '办理态度', result: '办理结果', reason: '理由和意见' }

const receivers: Record<Track, string> = { npc: '人大常委会代表工作机构', cppcc: '政协提案委员会' }

type Props = { formKey: string; form: FormState | undefined; track: Track }

/** The receipt. Nothing is chosen beforehand; only the delegate himself fills it in. */
export function ReceiptForm({ formKey, form, track }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const value = (name: string) => typedValue(form, name) || undefined
  return (
    <form className="card rcf" id="receipt" method="post" action="#receipt" aria-labelledby="receipt-h">
      <div className="card-h">
        <h2 id="receipt-h">回执</h2>
        <span className="end sm mute">两项评价，约 1 分钟</span>
      </div>
      <div className="pad stack stack-l">
        <ErrorSummary
          problems={form?.problems ?? []}
          labels={receiptLabels}
          title="回执还没有提交，请看这几处"
        />
        {form && form.reasons.length > 0 ? (
          <Note tone="red" announce>
            {form.reasons.map((reason) => reason.message).join('')}
          </Note>
        ) : null}
        <HiddenFields values={{ key: formKey }} />
        <RatingField
          name="attitude"
          label={receiptLabels.attitude}
          hint="联系沟通是否主动、认真"
          required
          value={value('attitude')}
          error={errors['attitude']}
        />
        <RatingField
          name="result"
          label={receiptLabels.result}
          hint="答复是否针对您的意见，措施是否可行"
          required
          value={value('result')}
          error={errors['result']}
        />
        <TextArea
          name="reason"
          label={receiptLabels.reason}
          hint="任何一项选“不满意”，请写明理由，我局将重新办理"
          maxLength={2000}
          value={value('reason')}
          error={errors['reason']}
        />
        <Button kind="do" size="l" wide>
          提交回执
        </Button>
        <p className="hint">
          回执由您本人填写，承办单位不能代填或修改，{receivers[track]}看得到。每个链接只能提交一次。
        </p>
      </div>
    </form>
  )
}

type OtherProps = { contact: string | null; track: Track; isClosed: boolean }

/** For who would rather not fill in a page, or has something to put right. */
export function OtherWays({ contact, track, isClosed }: OtherProps) {
  return (
    <section className="card pad sm">
      <h2 className="h15">{isClosed ? '要更正或补充？' : '不方便在网上填写？'}</h2>
      <p className="dim">
        {isClosed ? '请' : '可填写随函附寄的纸质回执，或'}联系{receivers[track]}
        ，也可以联系我局{contactWords(contact)}。
      </p>
    </section>
  )
}
