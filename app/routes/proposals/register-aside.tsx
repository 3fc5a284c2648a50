import type { FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { dateWords, weekdayWord } from '~/ui/dates'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { CaseItem, CaseList } from './similar/case-list'

type Props = {
  form: FormState | undefined
  /** The register number of what is there already. */
  before: string | null
  /** The reply's due day as the form stands. */
  due: { dueOn: string; sentence: string } | null
  /** What resembles it, of this and earlier years; null before anybody looked. */
  similar: readonly Parameters<typeof CaseItem>[0]['it'][] | null
}

/** What the form came upon, and the reply's due day as it would be. */
export function RegisterAside({ form, before, due, similar }: Props) {
  return (
    <aside className="stack" aria-label="登记提示">
      {form?.conflict ? (
        <Note tone="amber" announce>
          {form.conflict.message}
        </Note>
      ) : null}
      {before ? (
        <Note tone="amber">
          <a href={paths.proposal(before)}>打开已登记的 {before}</a>
          ，看看是不是同一件。
        </Note>
      ) : null}
      {form && form.reasons.length > 0 ? (
        <WhyNot id="why" title="现在不能登记：" items={form.reasons} />
      ) : null}
      {similar ? (
        <Card id="similar" title="相似的建议提案" end={`${similar.length} 件`} pad>
          {similar.length > 0 ? (
            <CaseList>
              {similar.map((it) => (
                <CaseItem key={it.id} it={it} />
              ))}
            </CaseList>
          ) : (
            <p className="sm">没有找到相似的，可以登记。</p>
          )}
        </Card>
      ) : null}
      {due ? (
        <Card id="due" title="答复期限" pad>
          <p>
            <b>{dateWords(due.dueOn)}</b>（{weekdayWord(due.dueOn)}）
          </p>
          <p className="hint">{due.sentence}</p>
        </Card>
      ) : (
        <Card id="due" title="登记以后" pad>
          <p className="sm">
            系统按交办日期推算答复期限，按收到日期推算首次沟通期限；核对无误后转入研判，由综合处分办到处室。
          </p>
        </Card>
      )}
    </aside>
  )
}
