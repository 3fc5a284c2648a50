import type { FormState } from '~/http/form-state'
import { typedValue } from '~/http/form-state'
import { paths } from '~/http/paths'
import { Button } from '~/ui/forms/button'
import { DisabledButton } from '~/ui/forms/disabled-button'
import { errorsByField, ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'
import type { QueueShown } from './queue-page'

type Props = { queue: QueueShown; formKey: string; form: FormState | undefined }

/** What can be taken next: the presser's own, the head's to give, or who can where he may not. */
export function TakeForms({ queue, formKey, form }: Props) {
  const { own, give, unsigned, isHead } = queue
  if (!form && !own && !give && unsigned === 0) return null
  return (
    <div className="pad take">
      <ErrorSummary
        problems={form?.problems ?? []}
        labels={{ handlerId: '承办人' }}
        title="没有办理，填好的都还在"
      />
      {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form && form.reasons.length > 0 ? (
        <WhyNot id={`refused-${queue.divisionId}`} title="没有办理：" items={form.reasons} />
      ) : null}
      {own ? (
        <form className="row" method="post" action={paths.queue()}>
          <HiddenFields values={{ ...carried(queue, `${formKey}-self`), how: 'self', shown: own.number }} />
          <Button kind="do">取下一件</Button>
          <span>下一件：{own.words}</span>
        </form>
      ) : null}
      {give ? <GiveForm queue={queue} formKey={formKey} form={form} next={give} isOnly={!own} /> : null}
      {!isHead && unsigned > 0 ? (
        <DisabledButton
          reasons={[
            { message: `${unsigned} 件待签收，由处室负责人签收并确定承办人`, whoCanResolve: queue.heads },
          ]}
        >
          取下一件
        </DisabledButton>
      ) : null}
    </div>
  )
}

const carried = ({ divisionId }: QueueShown, key: string) => ({ key, divisionId })

type GiveProps = Props & { next: { number: string; words: string }; isOnly: boolean }

/** 签收并交给…: the handler with the least under way is proposed; the head decides. */
function GiveForm({ queue, formKey, form, next, isOnly }: GiveProps) {
  return (
    <form className="fform act-form" method="post" action={paths.queue()}>
      <HiddenFields values={{ ...carried(queue, `${formKey}-give`), how: 'give', shown: next.number }} />
      <p>待签收的下一件：{next.words}</p>
      <Select
        id={form ? undefined : `handler-${queue.divisionId}`}
        name="handlerId"
        label="承办人"
        required
        empty="请选择"
        options={queue.handlers}
        value={typedValue(form, 'handlerId', queue.suggestedId)}
        error={errorsByField(form?.problems ?? [])['handlerId']}
      />
      <div className="row">
        <Button kind={isOnly ? 'do' : 'plain'}>签收并交给承办人</Button>
      </div>
    </form>
  )
}
