import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { checkbox, hiddenFields, optionalLine } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { WhyNot } from '~/ui/marks/why-not'
import { Note } from '~/ui/parts/note'
import { ProposalHeader } from '~/ui/parts/proposal-header'
import { requestStateTones } from '~/ui/words'
import { askedTarget, readAskedPage } from './asked-page.server'
import { AskedProposal, AskedQuestion, OwnOpinions } from './asked-proposal'
import { doneWords, standingNote } from './asked-words'
import { OpinionForm, opinionLabels } from './opinion-form'
import { ReceiveForm } from './receive-form'
import { unitStateWords } from './unit-state-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `会办 ${data?.page.proposal.number ?? ''} · ${data?.frame.bureau ?? '复函'}` },
]

const units = { roles: ['co_handler'] } as const

export const loader = forUser(
  async (visit) => ({
    frame: frameOf(visit),
    key: newKey(),
    receiveKey: newKey(),
    done: doneWords(new URL(visit.request.url).searchParams.get('done')),
    page: await readAskedPage(visit),
  }),
  units,
)

const opinionGiven = z.object({
  key: hiddenFields.key,
  shownState: hiddenFields.shownState,
  isNoObjection: checkbox,
  text: optionalLine('会办意见', 20_000),
  docNo: optionalLine('文号', 60),
  contactName: optionalLine('联系人', 40),
  contactPhone: optionalLine('联系电话', 40),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, opinionGiven)
  const target = await askedTarget(visit)
  const { key: _key, text, ...opinion } = value
  await answerRequest(command, target, { ...opinion, text: text.replaceAll('\r\n', '\n') })
  return redirect(`${paths.asked(target.requestId)}?done=answered`, 303)
}, units)

export default function Asked() {
  const { frame, key, receiveKey, done, page } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = acted && 'form' in acted ? acted.form : undefined
  const mayAnswer = page.may.answer.length === 0
  const standing = standingNote(page)
  return (
    <HouseFrame frame={frame} here="asked">
      <ProposalHeader
        crumb={[{ label: '会办', href: paths.asked() }, { label: page.proposal.number }]}
        title={page.proposal.subject}
        number={page.proposal.number}
        sponsors={page.proposal.sponsors}
        state={<StateDot tone={requestStateTones[page.state]}>{unitStateWords[page.state]}</StateDot>}
      />
      <div className="stack">
        {done && !form ? (
          <Note tone="green" announce>
            {page.proposal.number}：{done}
          </Note>
        ) : null}
        {standing ? <Note tone={standing.tone}>{standing.sentence}</Note> : null}
        <Refusals form={form} />
      </div>
      <div className="cols cols-rail">
        <div className="stack">
          <AskedQuestion page={page} />
          {mayAnswer || form ? (
            <OpinionForm
              formKey={key}
              state={page.state}
              person={frame.user.name}
              form={form}
              reasons={page.may.answer}
              isRedone={page.opinions.length > 0}
            />
          ) : null}
          <OwnOpinions page={page} />
          <AskedProposal page={page} />
        </div>
        <aside className="stack" aria-label="签收">
          <ReceiveForm page={page} formKey={receiveKey} />
        </aside>
      </div>
    </HouseFrame>
  )
}

type FormShown = { form: Parameters<typeof OpinionForm>[0]['form'] }

function Refusals({ form }: FormShown) {
  if (!form) return null
  return (
    <>
      <ErrorSummary problems={form.problems} labels={opinionLabels} title="意见没有提交，填好的都还在" />
      {form.conflict ? (
        <Note tone="amber" announce>
          {form.conflict.message}
        </Note>
      ) : null}
      {form.reasons.length > 0 ? (
        <WhyNot id="why" title="意见没有提交，您填写的还在下面：" items={form.reasons} />
      ) : null}
    </>
  )
}
