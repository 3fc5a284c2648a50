import type { FormState } from '~/http/form-state'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { WhyNot } from '~/ui/marks/why-not'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { opinionLabels } from './opinion-form'

const labels: Record<string, string> = { ...opinionLabels, contactName: '姓名', reason: '理由' }

/** Why a form of the link's page was not accepted. Where no form is left to hold it, what was typed stands here. */
export function NotTaken({ form, isOver }: { form: FormState; isOver: boolean }) {
  const typed = Object.entries(labels).flatMap(([name, term]) => {
    const detail = form.typed[name]?.[0]
    return detail && name !== 'isNoObjection' ? [{ term, detail }] : []
  })
  return (
    <div className="stack stack-l not-taken">
      <ErrorSummary problems={form.problems} labels={labels} title="没有提交，填好的都还在" />
      {form.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form.reasons.length > 0 ? <WhyNot id="why" title="没有提交：" items={form.reasons} /> : null}
      {(isOver || form.conflict !== null || form.reasons.length > 0) && typed.length > 0 ? (
        <Note tone="amber">
          <p>您这次填写的是：</p>
          <Facts facts={typed} />
        </Note>
      ) : null}
    </div>
  )
}
