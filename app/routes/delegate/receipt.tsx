import { redirect, type MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { z } from 'zod'
import { testClock } from '~/clock.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { meetingPhrase } from '~/domain/deadlines/meeting-words'
import { ratings } from '~/domain/proposal/words-of-the-trade'
import { returnReceipt } from '~/domain/receipt/return-receipt.server'
import { Invalid } from '~/domain/refusals'
import { actionForAnyone, forAnyone } from '~/http/for-anyone.server'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { newKey } from '~/http/new-key.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { dateWords, dayInShanghai, instantWords } from '~/ui/dates'
import { PublicFrame } from '~/ui/layout/public-frame'
import { ReadingLetter } from '~/ui/letter/reading-letter'
import { ratingWords } from '~/domain/proposal/words'
import { numberWords } from '~/ui/words'
import { Answered } from './answered'
import { LinkFailed, LinkGone } from './link-gone'
import { openLink } from './open-link.server'
import { Promises } from './promises'
import { OtherWays, ReceiptForm } from './receipt-form'

/** Read on phones, in WeChat and on old browsers: no script is sent. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `答复与回执 ${data.number} · ${data.bureau}` : '链接不能用 · 建议提案答复' },
  { name: 'robots', content: 'noindex, nofollow' },
]

export const loader = forAnyone(async (visit) => {
  const { read, link } = await openLink(visit)
  const { receipt, letter, proposal, meeting } = read
  const clock = testClock()
  const isAnswered = receipt.state === 'received'
  return {
    bureau: read.bureauName,
    isDemo: read.isDemo,
    testClock: clock ? instantWords(clock) : null,
    token: visit.params['token'] ?? '',
    key: newKey(),
    number: numberWords(proposal.officialNo, proposal.track),
    heading: `${meetingPhrase({ ...meeting, placePrefix: meeting.region, track: proposal.track })}${numberWords(proposal.officialNo, proposal.track)}`,
    track: proposal.track,
    subject: proposal.subject,
    letter: letter.content,
    dueOn: receipt.dueOn,
    isLate: shanghaiDay(visit.now) > receipt.dueOn,
    isClosed: isAnswered || link.isUsed,
    answer:
      isAnswered && receipt.attitude && receipt.result
        ? {
            attitude: ratingWords[receipt.attitude],
            result: ratingWords[receipt.result],
            reason: receipt.reason ?? '',
            on: receipt.receivedAt ? dayInShanghai(receipt.receivedAt) : null,
          }
        : null,
    promises: read.promises.map((p) => ({
      id: String(p.n),
      promise: p.sentence,
      detail: [`${dateWords(p.dueOn)}前`, p.measure].filter(Boolean).join(' · '),
    })),
  }
})

const receiptGiven = z.object({
  key: hiddenFields.key,
  attitude: z.enum(ratings, '请对办理态度作出评价。'),
  result: z.enum(ratings, '请对办理结果作出评价。'),
  reason: optionalLine('理由和意见', 2000),
})

export const action = actionForAnyone(async (visit) => {
  const form = await parseForm(visit.request, receiptGiven)
  visit.keep(form.typed)
  const { tokenHash, link, viewer } = await openLink(visit)
  if (!form.ok) throw new Invalid(form.problems)
  const { key, reason, ...rated } = form.value
  const command = { viewer, now: visit.now, realNow: visit.realNow, key }
  const given = { ...rated, reason: reason.replaceAll('\r\n', '\n'), tokenHash }
  await returnReceipt(command, { proposalId: link.proposalId }, given)
  return redirect(`${paths.receipt(encodeURIComponent(visit.params['token'] ?? ''))}#receipt`, 303)
})

export default function Receipt() {
  const page = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = acted && 'form' in acted ? acted.form : undefined
  const promiseCount = page.promises.length
  return (
    <PublicFrame
      bureau={page.bureau}
      side="建议提案办理"
      testClock={page.testClock ?? undefined}
      isDemo={page.isDemo}
    >
      <div className="rc-top">
        <p className="dim">{page.heading}</p>
        <h1 className="phr">{page.subject}</h1>
        <p className="lead">
          {page.letter.salutation}您好。
          <LeadWords {...page} />
        </p>
        <nav className="jump" aria-label="本页内容">
          <a href="#letter">看复函</a>
          {promiseCount > 0 ? <a href="#promises">看承诺 {promiseCount} 项</a> : null}
          <a className="btn btn-do" href="#receipt">
            {page.isClosed ? '看回执' : '填写回执'}
          </a>
        </nav>
      </div>
      <div className="rc-cols">
        <section id="letter" aria-label="复函">
          <ReadingLetter letter={page.letter} />
          <p className="rc-dl">
            <a href={paths.receiptLetter(encodeURIComponent(page.token))}>下载复函原件（.docx）</a>
          </p>
        </section>
        <div className="stack stack-l">
          <Promises promises={page.promises} />
          {page.isClosed ? (
            <Answered answer={page.answer} form={form} />
          ) : (
            <ReceiptForm formKey={page.key} form={form} track={page.track} />
          )}
          <OtherWays contact={page.letter.contact ?? null} track={page.track} isClosed={page.isClosed} />
        </div>
      </div>
    </PublicFrame>
  )
}

function LeadWords({ isClosed, isLate, dueOn }: { isClosed: boolean; isLate: boolean; dueOn: string }) {
  if (isClosed) return <>我局的答复和您的回执都在这里。</>
  if (isLate) return <>我局已作出答复，请您阅看。回执原请在{dateWords(dueOn)}前填写，现在仍可以填写。</>
  return (
    <>
      我局已作出答复，请您阅看，并在 <b className="nb">{dateWords(dueOn)}</b>前填写回执。
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 404 ? <LinkGone /> : <LinkFailed />
}
