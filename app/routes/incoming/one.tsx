import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { incomingStateWords } from '~/domain/between-bureaus/incoming'
import { readOneIncoming } from '~/domain/between-bureaus/read-incoming.server'
import { declineIncoming, takeIncoming } from '~/domain/between-bureaus/take-incoming.server'
import { hasRole } from '~/domain/people/viewer'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { dateWords } from '~/ui/dates'
import { Button } from '~/ui/forms/button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { Facts } from '~/ui/parts/facts'
import { PageHead } from '~/ui/parts/page-head'
import { numberWords } from '~/ui/words'
import { formOf } from '../proposals/acts/act-form'
import { ReasonField } from '../proposals/acts/reason-field'
import { incomingTones } from './incoming-tones'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `会办来件 ${data?.item.number ?? ''} · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const { row, from, registerNo } = await readOneIncoming(visit.viewer, idParam(visit.params, 'incomingId'))
  const { subject, text, question, state, reason, dueOn, sentOn, contactName, contactPhone, sponsors } = row
  return {
    frame: frameOf(visit),
    keys: { take: newKey(), decline: newKey() },
    mayTake: state === 'waiting' && hasRole(visit.viewer, 'registrar'),
    item: {
      number: numberWords(row.officialNo, row.track), subject, text, question, state, reason, dueOn, sentOn, from, registerNo,
      sponsors: sponsors.join('、'), contact: [contactName, contactPhone].filter(Boolean).join(' '),
    },
  }
}) // prettier-ignore

const fields = z.object({
  key: hiddenFields.key,
  act: z.enum(['take', 'decline'], '表单不完整，请刷新后重填。'),
  reason: optionalLine('理由', 500),
})

export const action = actionForUser(
  async (visit) => {
    const { value, command } = await readWrite(visit, fields)
    const id = idParam(visit.params, 'incomingId')
    if (value.act === 'decline') {
      await declineIncoming(command, id, value.reason)
      return redirect(paths.incoming(), 303)
    }
    const { registerNo } = await takeIncoming(command, id)
    return redirect(`${paths.proposal(registerNo)}?done=incoming_taken`, 303)
  },
  { roles: ['registrar', 'coordinator'] },
)

export default function Incoming() {
  const { frame, keys, mayTake, item } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title={item.subject}
        note={`${item.number} · ${item.from}请本局会办`}
        crumb={[{ href: paths.incoming(), label: '会办来件' }, { label: item.number }]}
      />
      <div className="stack">
        <ErrorSummary problems={form?.problems ?? []} labels={{ reason: '理由' }} title="没有办理" />
        {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
        {form && form.reasons.length > 0 ? (
          <WhyNot id="refused" title="没有办理：" items={form.reasons} />
        ) : null}
      </div>
      <div className="cols cols-rail">
        <div className="stack">
          <Question item={item} />
          <Card id="text" title="原文" note={item.sponsors}>
            <div className="pad orig">
              {item.text
                .split(/\n+/u)
                .filter((line) => line.trim() !== '')
                .map((line, index) => (
                  <p key={`${index} ${line.slice(0, 12)}`}>{line}</p>
                ))}
            </div>
          </Card>
        </div>
        <aside className="stack" aria-label="登记">
          {mayTake ? <TakeForms keys={keys} form={form} /> : null}
        </aside>
      </div>
    </HouseFrame>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['item']

function Question({ item }: { item: Item }) {
  const facts = [
    { term: '请会办', detail: item.question },
    { term: '要求日期', detail: dateWords(item.dueOn) },
    { term: '送出', detail: dateWords(item.sentOn) },
    { term: '联系人', detail: item.contact || '未写' },
    {
      term: '状态',
      detail: <StateDot tone={incomingTones[item.state]}>{incomingStateWords[item.state]}</StateDot>,
    },
    ...(item.reason ? [{ term: '理由', detail: item.reason }] : []),
    ...(item.registerNo
      ? [{ term: '登记号', detail: <a href={paths.proposal(item.registerNo)}>{item.registerNo}</a> }]
      : []),
  ]
  return (
    <Card id="question" title="来件要求" pad>
      <Facts facts={facts} />
    </Card>
  )
}

type FormsProps = { keys: { take: string; decline: string }; form: ReturnType<typeof formOf> }

function TakeForms({ keys, form }: FormsProps) {
  return (
    <>
      <Card id="take" title="登记" pad>
        <form className="fform" method="post">
          <HiddenFields values={{ key: keys.take, act: 'take' }} />
          <p className="hint">登记为会办件，对方即看到本局已签收。同一件已由清单登记过的，接到那一件上。</p>
          <Button kind="do">登记并签收</Button>
        </form>
      </Card>
      <Card id="decline" title="不予会办" pad>
        <form className="fform" method="post">
          <HiddenFields values={{ key: keys.decline, act: 'decline' }} />
          <ReasonField form={form} hint="对方会看到；写明不属本局职责的依据，建议由哪个单位会办" />
          <Button kind="no">不予会办</Button>
        </form>
      </Card>
    </>
  )
}
