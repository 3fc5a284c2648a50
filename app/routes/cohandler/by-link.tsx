import { data, redirect, type MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { countPost } from '~/auth/link-tries.server'
import { testClock } from '~/clock.server'
import { acknowledgeRequest } from '~/domain/co-handling/acknowledge-request.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { declineRequest } from '~/domain/co-handling/decline-request.server'
import { Invalid, NotFound, Refused } from '~/domain/refusals'
import { actionForAnyone, forAnyone } from '~/http/for-anyone.server'
import type { FormState } from '~/http/form-state'
import { newKey } from '~/http/new-key.server'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { instantWords, shortInstant } from '~/ui/dates'
import { PublicFrame } from '~/ui/layout/public-frame'
import { Note } from '~/ui/parts/note'
import { AskedProposal, AskedQuestion, OwnOpinions } from './asked-proposal'
import { standingNote } from './asked-words'
import { endedWords, type Ended } from './ended'
import { linkForm } from './link-form'
import { AcknowledgeByLink, AnswerByLink, DeclineByLink } from './link-forms'
import { LinkEnded, LinkFailed, LinkUnknown, TooManyTries } from './link-notes'
import { NotTaken } from './not-taken'
import { openOpinionLink, readByLink } from './open-opinion-link.server'

/** Opened on phones, in WeChat and on old browsers, by people without an account: no script is sent. */
export const handle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: shown
      ? `会办意见 ${shown.page?.proposal.number ?? ''} · ${shown.bureau}`
      : '链接不能用 · 会办意见',
  },
  { name: 'robots', content: 'noindex, nofollow' },
]

export const loader = forAnyone(async (visit) => {
  const { link, page, ended } = await readByLink(visit)
  const clock = testClock()
  const shown = {
    bureau: link.bureauName,
    isDemo: link.isDemo,
    testClock: clock ? instantWords(clock) : null,
    keys: { acknowledge: newKey(), answer: newKey(), decline: newKey() },
    person: link.acceptedBy ?? link.person,
    acceptedBy: link.acceptedBy,
    ended,
    usedBy: link.usedBy,
    usedAt: link.usedAt ? shortInstant(link.usedAt) : '',
    contact: link.contact,
    page,
  }
  return data(shown, { status: ended === null || ended === 'used' ? 200 : 410 })
})

export const action = actionForAnyone(async (visit) => {
  const form = await parseForm(visit.request, linkForm)
  visit.keep(form.typed)
  const { tokenHash, link, viewer } = await openOpinionLink(visit)
  countPost(tokenHash, visit.realNow)
  if (!form.ok) throw new Invalid(form.problems)
  const { page, ended } = await readByLink(visit)
  // A used link may be the same form sent twice: its key answers with the first result.
  if (!page || (ended && ended !== 'used')) throw refusedFor(ended ?? 'over', link.contact)
  const { value } = form
  const named = { ...viewer, name: value.contactName || link.acceptedBy || link.person }
  const command = { viewer: named, now: visit.now, realNow: visit.realNow, key: value.key }
  const target = { proposalId: page.proposalId, requestId: link.requestId }
  const { shownState } = value
  try {
    if (value.act === 'acknowledge')
      await acknowledgeRequest(command, target, { name: value.contactName, shownState })
    else if (value.act === 'decline')
      await declineRequest(command, target, { reason: value.reason, name: value.contactName, shownState })
    else {
      const { isNoObjection, text, docNo, contactName, contactPhone } = value
      const given = { isNoObjection, text, docNo, contactName, contactPhone, shownState }
      await answerRequest(command, target, given)
    }
  } catch (error) {
    if (error instanceof NotFound && ended === 'used') throw refusedFor('used', link.contact)
    throw error
  }
  return redirect(
    `${paths.opinionLink(encodeURIComponent(visit.params['token'] ?? ''))}?done=${value.act}`,
    303,
  )
})

const refusedFor = (ended: Ended, contact: { name: string }) =>
  new Refused('answer_request', [
    { code: 'LINK_ENDED', message: `${endedWords[ended]}这次没有提交。`, whoCanResolve: contact.name },
  ])

export default function ByLink() {
  const shown = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form: FormState | undefined = acted && 'form' in acted ? acted.form : undefined
  const { page, ended } = shown
  return (
    <PublicFrame
      bureau={shown.bureau}
      side="建议提案会办"
      testClock={shown.testClock ?? undefined}
      isDemo={shown.isDemo}
    >
      {form ? <NotTaken form={form} isOver={ended !== null} /> : null}
      {ended === null && page ? (
        <OpenRequest shown={{ ...shown, page }} form={form} />
      ) : (
        <LinkEnded shown={shown} />
      )}
    </PublicFrame>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
type Open = Omit<Shown, 'page'> & { page: NonNullable<Shown['page']> }

function OpenRequest({ shown, form }: { shown: Open; form: FormState | undefined }) {
  const { page, acceptedBy, person, keys } = shown
  const props = { page, form, person }
  const standing = standingNote(page)
  return (
    <>
      <div className="rc-top">
        <p className="dim">
          {page.proposal.number} · {page.proposal.sponsors}
        </p>
        <h1 className="phr">{page.proposal.subject}</h1>
        <p className="lead">
          {acceptedBy ? (
            <>
              这件会办已由 <b>{acceptedBy}</b> 签收。您若不是本人，请先与他联系，以免重复答复。
            </>
          ) : (
            <>请您单位就下面的事项提出会办意见。</>
          )}
        </p>
        {standing ? <Note tone={standing.tone}>{standing.sentence}</Note> : null}
      </div>
      <div className="rc-cols">
        <div className="stack stack-l">
          <AskedQuestion page={page} />
          <AskedProposal page={page} />
        </div>
        <div className="stack stack-l">
          <AcknowledgeByLink {...props} formKey={keys.acknowledge} />
          <AnswerByLink {...props} formKey={keys.answer} />
          <OwnOpinions page={page} />
          <DeclineByLink {...props} formKey={keys.decline} />
        </div>
      </div>
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <LinkFailed />
  if (error.status === 429) return <TooManyTries />
  return error.status === 404 ? <LinkUnknown /> : <LinkFailed />
}
