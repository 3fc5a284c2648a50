import { opinionWayWords } from '~/domain/co-handling/opinion-ways'
import { dateWords, weekdayWord } from '~/ui/dates'
import { Due } from '~/ui/marks/due'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import type { AskedPage } from './asked-page.server'

const lines = (text: string) => text.split(/\n+/u).filter((line) => line.trim() !== '')

/** The proposal as it was handed over, with its numbered asks. */
export function AskedProposal({ page }: { page: AskedPage }) {
  const { proposal, asks } = page
  if (proposal.text === '') return null
  return (
    <Card id="proposal" title="原文与诉求" note={proposal.sponsors}>
      <div className="pad orig">
        {lines(proposal.text).map((line, index) => (
          <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>
        ))}
      </div>
      {asks.length > 0 ? (
        <ol className="asks">
          {asks.map((ask) => (
            <li key={ask.n} className="ask">
              <span className="ask-n">{ask.n}</span>
              <div>
                <p>{ask.text}</p>
              </div>
            </li>
          ))}
        </ol>
      ) : null}
    </Card>
  )
}

/** What is asked, by when, and whom to call. */
export function AskedQuestion({ page }: { page: AskedPage }) {
  const facts = [
    { term: '请会办', detail: page.question },
    {
      term: '期限',
      detail: (
        <>
          {dateWords(page.dueOn)}（{weekdayWord(page.dueOn)}）{' '}
          {page.left ? (
            <Due tone={page.left.kind} provisional={page.isProvisional}>
              {page.left.words}
            </Due>
          ) : null}
          <span className="hint due-basis">{page.basis}</span>
        </>
      ),
    },
    { term: '送出', detail: page.urged > 0 ? `${page.sentAt}，已催 ${page.urged} 次` : page.sentAt },
    {
      term: '主办联系人',
      detail: page.contact.phone ? `${page.contact.name}，电话 ${page.contact.phone}` : page.contact.name,
    },
  ]
  return (
    <Card id="question" title="请我单位提出意见" pad>
      <Facts facts={facts} />
    </Card>
  )
}

/** What this unit has answered before; nobody else's opinion is ever here. */
export function OwnOpinions({ page }: { page: AskedPage }) {
  if (page.opinions.length === 0) return null
  return (
    <Card id="opinions" title="我单位的意见" note={`${page.opinions.length} 次`}>
      <ul className="waits plain">
        {page.opinions.map((opinion) => (
          <li key={opinion.id}>
            {opinion.isNoObjection ? <p>无不同意见。</p> : null}
            {lines(opinion.text).map((line, index) => (
              <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>
            ))}
            <small>{[opinion.givenAt, opinion.docNo, opinion.contact].filter(Boolean).join(' · ')}</small>{' '}
            {opinion.givenVia === 'account' ? null : <Tag>{opinionWayWords[opinion.givenVia]}</Tag>}
            {opinion.isLate ? <Tag tone="amber">签发后收到</Tag> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
