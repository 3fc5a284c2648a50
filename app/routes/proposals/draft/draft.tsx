import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { NotFound } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { formOf } from '../acts/act-form'
import { actTitle } from './act-title'
import { DraftHead } from './draft-head'
import { docOf, draftFields } from './draft-form'
import { draftPage } from './draft-page.server'
import { References } from './references'
import { StartCard } from './start-card'
import { WritingForm } from './writing-form'
import { proposalOf } from '../proposal-of.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('拟稿', data?.frame.bureau, data?.page)

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  return {
    frame: frameOf(visit),
    key: newKey(),
    submitKey: newKey(),
    startKey: newKey(),
    judgeKey: newKey(),
    saved: new URL(visit.request.url).searchParams.get('saved'),
    page: draftPage(read, visit),
  }
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, draftFields)
  const number = visit.params['number'] ?? ''
  const { facts } = await proposalOf(visit)
  if (!facts.reply) throw new NotFound('reply')
  const {
    title,
    salutation,
    contact,
    cc,
    attachments,
    printsOutcome,
    hasNoCc,
    outcome,
    openness,
    opennessGround,
  } = value
  const draft = {
    doc: docOf(value),
    fields: { title, salutation, contact, cc: hasNoCc ? [] : cc, attachments, printsOutcome, hasNoCc },
    outcome,
    openness,
    opennessGround,
  }
  const { n } = await saveDraft(
    command,
    { proposalId: facts.proposal.id, replyId: facts.reply.id },
    { draft, basedOn: value.basedOn },
  )
  return redirect(`${paths.draft(number)}?saved=${n}`, 303)
})

export default function Draft() {
  const { frame, key, submitKey, startKey, judgeKey, saved, page } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame} here="proposals" wide>
      <DraftHead page={page} submitKey={submitKey} saved={saved} />
      {page.draft && !page.mayBegin ? null : <StartCard page={page} formKey={startKey} />}
      {page.draft ? (
        <div className="desk3">
          <References page={page} side="left" formKey={judgeKey} />
          <WritingForm key={page.draft.n} page={page} draft={page.draft} formKey={key} form={form} />
          <References page={page} side="right" formKey={judgeKey} />
        </div>
      ) : null}
    </HouseFrame>
  )
}
