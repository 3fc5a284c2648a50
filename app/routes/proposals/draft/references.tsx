import { shortDay } from '~/ui/dates'
import { AskList } from '~/ui/parts/ask-list'
import { Card } from '~/ui/parts/card'
import { Fold } from '~/ui/parts/fold'
import type { DraftPage } from './draft-page.server'
import { OpinionsBeside } from './opinions-beside'

type Props = { page: DraftPage; side: 'left' | 'right'; formKey: string }

/** What the reply is written from: asks and text at the left, opinions, contacts and remarks at the right. */
export const References = ({ page, side, formKey }: Props) =>
  side === 'left' ? <Asked page={page} /> : <Gathered page={page} formKey={formKey} />

function Asked({ page }: { page: DraftPage }) {
  return (
    <section className="d-left stack" aria-label="诉求与原文">
      <Card id="asks" title={`诉求 ${page.asks.length} 条`}>
        <AskList asks={page.asks} />
      </Card>
      <Fold title="原文" open>
        <div className="pad orig">
          {page.text.split('\n').map((line, i) => (
            <p key={`${i} ${line.slice(0, 8)}`}>{line}</p>
          ))}
        </div>
      </Fold>
    </section>
  )
}

function Gathered({ page, formKey }: { page: DraftPage; formKey: string }) {
  return (
    <aside className="d-right stack" aria-label="参考">
      {page.remarks.length > 0 ? (
        <Fold title={`审核意见 ${page.remarks.length} 条`} open>
          <ul className="pad stack">
            {page.remarks.map((r) => (
              <li key={r.id}>
                <b>{r.who}</b>：{r.text}
                {r.quote ? <small className="mute"> 原文“{r.quote}”</small> : null}
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
      <OpinionsBeside page={page} formKey={formKey} />
      <Fold title={`沟通记录 ${page.contacts.length} 次`}>
        <ul className="pad stack">
          {page.contacts.map((c) => (
            <li key={c.id}>
              {shortDay(c.heldOn)} {c.people}：{c.summary}
            </li>
          ))}
        </ul>
      </Fold>
    </aside>
  )
}
