import { incomingStateWords, type IncomingState } from '~/domain/between-bureaus/incoming'
import { incomingTones } from '../../incoming/incoming-tones'
import { dateWords } from '~/ui/dates'
import { StateDot } from '~/ui/marks/state-dot'
import { EmptyState } from '~/ui/parts/empty-state'
import { Facts } from '~/ui/parts/facts'

type Asking = {
  id: string
  from: string
  question: string
  dueOn: string
  contact: string
  state: IncomingState
  reason: string | null
}

/** 会办件: who leads and what was asked of us. */
export function WhomWeAssist({ asking }: { asking: readonly Asking[] }) {
  if (asking.length === 0)
    return (
      <div className="pad">
        <EmptyState title="本局是会办单位">
          由主办单位征求各家意见。本局的会办意见在“拟稿”里起草，审签印发后送主办单位。
        </EmptyState>
      </div>
    )
  return (
    <div className="pad stack">
      {asking.map((a) => (
        <section key={a.id} aria-label={a.from}>
          <h2 className="h15">{a.from}请本局会办</h2>
          <Facts
            facts={[
              { term: '请会办', detail: a.question },
              { term: '要求日期', detail: dateWords(a.dueOn) },
              { term: '联系人', detail: a.contact || '未写' },
              {
                term: '状态',
                detail: <StateDot tone={incomingTones[a.state]}>{incomingStateWords[a.state]}</StateDot>,
              },
              ...(a.reason ? [{ term: '对方理由', detail: a.reason }] : []),
            ]}
          />
          <p className="hint">本局的会办意见在“拟稿”里起草，印发时自动送回对方。</p>
        </section>
      ))}
    </div>
  )
}
