import { useRef } from 'react'
import type { FormState } from '~/http/form-state'
import { recoveredText } from '~/domain/drafting/recovered-text'
import { docFromPlainText, parseRichText, type RichDoc } from '~/domain/drafting/rich-text'
import { GatedButton } from '~/ui/forms/disabled-button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { LetterEditor } from '~/ui/editor/letter-editor'
import type { DraftPage } from './draft-page.server'
import { LetterFields } from './letter-fields'
import { SavedMeanwhile } from './saved-meanwhile'
import { useUnsavedWarning } from './unsaved-warning'

type Draft = NonNullable<DraftPage['draft']>
type Props = { page: DraftPage; draft: Draft; formKey: string; form: FormState | undefined }

export const draftLabels = {
  title: '标题', salutation: '称谓', text: '正文', outcome: '办理结果', openness: '公开属性', opennessGround: '公开依据',
  cc: '抄送', contact: '联系人', attachments: '附件',
} // prettier-ignore

/** What was typed comes back, whatever the answer was: nothing written is lost. */
function typedDoc(form: FormState | undefined, draft: Draft): RichDoc {
  const content = form?.typed['content']?.[0]
  const parsed = content ? parseRichText(content) : null
  if (parsed && 'doc' in parsed) return parsed.doc
  const text = form?.typed['text']?.[0] ?? (content ? recoveredText(content) : null)
  return text === null ? draft.doc : docFromPlainText(text)
}

/** The letter and its fields; works before scripts load, and on a read-only revision shows the same. */
export function WritingForm({ page, draft, formKey, form }: Props) {
  const element = useRef<HTMLFormElement>(null)
  useUnsavedWarning(element, form !== undefined)
  const isReadOnly = page.maySave.length > 0
  const basedOn = form?.conflict ? draft.n : Number(form?.typed['basedOn']?.[0] ?? draft.n)
  return (
    <form ref={element} className="d-mid stack" method="post" encType="multipart/form-data" aria-label="复函">
      <Answer form={form} draft={draft} />
      <HiddenFields values={{ key: formKey, basedOn }} />
      <fieldset className="stack" disabled={isReadOnly}>
        <LetterFields page={page} draft={draft} form={form} isReadOnly={isReadOnly} />
      </fieldset>
      <LetterEditor
        doc={typedDoc(form, draft)}
        title={draft.fields.title}
        salutation={draft.fields.salutation}
        error={errorsByField(form?.problems ?? [])['text']}
        isReadOnly={isReadOnly}
      />
      {isReadOnly ? null : (
        <div className="row">
          <GatedButton kind="do" reasons={page.maySave}>
            保存
          </GatedButton>
          <span className="hint">保存为新的一稿，以前各稿都留着。提交审核送的是最后保存的一稿。</span>
        </div>
      )}
    </form>
  )
}

/** Why the last press did not save, and what the other writer saved. */
function Answer({ form, draft }: Pick<Props, 'form' | 'draft'>) {
  if (!form) return null
  return (
    <>
      <ErrorSummary problems={form.problems} labels={draftLabels} title="没有保存，写的都还在" />
      {form.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form.conflict ? <SavedMeanwhile draft={draft} /> : null}
      {form.reasons.length > 0 ? <WhyNot id="refused" title="没有保存：" items={form.reasons} /> : null}
    </>
  )
}
