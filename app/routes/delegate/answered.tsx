import type { FormState } from '~/http/form-state'
import { dateWords } from '~/ui/dates'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { ratingWords } from '~/domain/proposal/words'
import { receiptLabels } from './receipt-form'

type Answer = { attitude: string; result: string; reason: string; on: string | null }

/** Thanks, and what was answered. What a second, different form brought is shown, not taken. */
export function Answered({ answer, form }: { answer: Answer | null; form: FormState | undefined }) {
  return (
    <Card id="receipt" title="回执" pad>
      <div className="stack">
        {form ? <NotTaken form={form} /> : null}
        {answer ? (
          <>
            <Note tone="green" announce>
              谢谢您。{answer.on ? `您的回执已于${dateWords(answer.on)}收到。` : '您的回执已经收到。'}
            </Note>
            <Facts
              facts={[
                { term: receiptLabels.attitude, detail: answer.attitude },
                { term: receiptLabels.result, detail: answer.result },
                ...(answer.reason ? [{ term: receiptLabels.reason, detail: answer.reason }] : []),
              ]}
            />
          </>
        ) : (
          <Note tone="green">谢谢您，这份回执已经提交过了。</Note>
        )}
      </div>
    </Card>
  )
}

const isRating = (value: string | undefined): value is keyof typeof ratingWords =>
  value !== undefined && Object.hasOwn(ratingWords, value)

function NotTaken({ form }: { form: FormState }) {
  const typed = (['attitude', 'result', 'reason'] as const).flatMap((name) => {
    const value = form.typed[name]?.[0]
    const words = isRating(value) ? ratingWords[value] : value
    return words ? [{ term: receiptLabels[name], detail: words }] : []
  })
  return (
    <Note tone="amber" announce>
      <b>这份回执先前已经提交，这次的没有采用。</b>
      {typed.length > 0 ? (
        <>
          <p>您这次填写的是：</p>
          <Facts facts={typed} />
        </>
      ) : null}
    </Note>
  )
}
