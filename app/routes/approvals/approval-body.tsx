import type { FrameData } from '~/http/frame.server'
import type { FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { ApprovalFrame } from '~/ui/layout/approval-frame'
import { LetterViews } from '~/ui/letter/letter-views'
import { Due } from '~/ui/marks/due'
import { Tag } from '~/ui/marks/tag'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { Chain } from '~/ui/parts/chain'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { Facts } from '~/ui/parts/facts'
import { Fold } from '~/ui/parts/fold'
import { Note } from '~/ui/parts/note'
import { PairList } from '~/ui/parts/pair-list'
import { numberWords } from '~/ui/words'
import { ApprovalActions } from './approval-actions'
import type { ApprovalPage } from './approval-page.server'

type Props = {
  frame: FrameData
  page: ApprovalPage
  approveKey: string
  signKey: string
  form: FormState | undefined
  /** The sheet a refused form came from. */
  open: 'sign' | null
}

/** What is decided on: the ask beside the answer, what changed, the letter itself; the actions within the thumb's reach. */
export function ApprovalBody({ frame, page, approveKey, signKey, form, open }: Props) {
  return (
    <ApprovalFrame
      back={{ href: paths.approvals(), label: '待我审签' }}
      title={page.isSigner ? '签发复函' : page.stepId ? `${page.stepLabel}审核` : '审签进程'}
      who={`${frame.user.name} ${frame.user.place}`}
      testClock={frame.testClock ?? undefined}
      isDemo={frame.isDemo}
      actions={
        <ApprovalActions page={page} approveKey={approveKey} signKey={signKey} form={form} open={open} />
      }
    >
      <section className="a-sum">
        <p className="row sm">
          <b>{numberWords(page.officialNo, page.track)}</b>
          <span className="dim">{page.sponsors}</span>
          {page.isObjected ? <Tag tone="red">退办待复</Tag> : null}
          {page.outcome ? <Tag>{`办理结果 ${page.outcome}`}</Tag> : null}
        </p>
        <h1 className="phr">{page.subject}</h1>
        {page.clock ? (
          <p className="row">
            <Due tone={page.clock.left.kind} provisional={page.clock.isProvisional}>
              {page.clock.left.words}
            </Due>
            <span className="sm dim">答复期限 {shortDay(page.clock.dueOn)}</span>
          </p>
        ) : null}
        <Chain steps={page.chain} />
      </section>
      {open === null ? <ErrorSummary problems={form?.problems ?? []} title="没有办理" /> : null}
      {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      {form && form.reasons.length > 0 ? (
        <WhyNot id="refused" title="没有办理：" items={form.reasons} />
      ) : null}
      {page.signed ? <Note tone="green">已签发：{page.signed}</Note> : null}
      <div className="a-cols">
        <div className="stack">
          <Changes page={page} />
          <Card id="asks" title="诉求与答复" end={<span className="mute">{page.asks.length} 条</span>}>
            <PairList
              pairs={page.asks.map((a) => ({
                number: a.number,
                ask: a.ask,
                verdict: a.answer
                  ? { tone: 'blue', label: '复函写到' }
                  : { tone: 'plain', label: '请在复函中查看' },
                answer: a.answer,
              }))}
            />
          </Card>
          <Card id="facts" title="会办、沟通与承诺" pad>
            <Facts small facts={page.facts} />
          </Card>
          <Fold title="原文" note={`${page.text.length} 字`}>
            <div className="pad orig">
              {page.text.split('\n').map((line, i) => (
                <p key={`${i} ${line.slice(0, 8)}`}>{line}</p>
              ))}
            </div>
          </Fold>
        </div>
        <section className="a-letter" aria-label="复函全文">
          <p className="row">
            <LinkButton size="sm" href={paths.approval(page.number, 'preview.docx')} download>
              打开 Word 原件
            </LinkButton>
            <span className="hint">
              第 {page.n} 稿 · 校验码 {page.hash.slice(0, 8)}
            </span>
          </p>
          <LetterViews size="approval" letter={page.letter} />
        </section>
      </div>
    </ApprovalFrame>
  )
}

/** What the last return asked for, to hold against what was done. */
function Wanted({ remarks }: { remarks: ApprovalPage['remarks'] }) {
  if (remarks.length === 0) return null
  return (
    <div className="pad sm">
      <p className="dim">上次退回时的意见：</p>
      <ul>
        {remarks.map((r) => (
          <li key={r.id}>
            <b>{r.who}</b>：{r.text}
            {r.quote ? <span className="mute"> 原文“{r.quote}”</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Changes({ page }: { page: ApprovalPage }) {
  if (!page.changes) return null
  return (
    <Card id="changes" title={`上次送审后改了 ${page.changes.length} 处`}>
      <ol className="chgs">
        {page.changes.map((c) => (
          <li key={c.at}>
            {c.removed.map((text, i) => (
              <p className="diff" key={`${i} ${text.slice(0, 8)}`}>
                <del>{text}</del>
              </p>
            ))}
            {c.added.map((text, i) => (
              <p className="diff" key={`${i} ${text.slice(0, 8)}`}>
                <ins>{text}</ins>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <Wanted remarks={page.remarks} />
    </Card>
  )
}
