import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readUrgings } from '~/domain/urging/read-urgings.server'
import { urgeProposal } from '~/domain/urging/urge-proposal.server'
import { hiddenFields, line } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { shortInstant } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ReasonField } from './reason-field'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'urge')
  const urgings = await readUrgings(visit.viewer, read.facts.proposal.id)
  return {
    act,
    urgings: urgings.map((u) => ({
      id: u.id,
      n: u.n,
      to: u.unit ?? u.division ?? '承办处室',
      reason: u.reason,
      by: u.by ?? '',
      at: shortInstant(u.urgedAt),
    })),
  }
})

const fields = z.object({ ...hiddenFields, reason: line('理由', 200) })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  await urgeProposal(command, await targetOf(visit, undefined), { reason: value.reason })
  return done(visit, 'urged', 'urging')
})

export default function Urging() {
  const { act, urgings } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <>
      <ActForm
        title="催办"
        intro="催办会通知承办人和处室负责人，记入日志，可以打印催办单。"
        act={act}
        form={form}
        labels={{ reason: '理由' }}
        submit="催办"
      >
        <ReasonField form={form} hint="写明为什么催、最迟什么时候办好。" />
      </ActForm>
      {urgings.length === 0 ? null : (
        <section className="pad" aria-labelledby="urged">
          <h3 id="urged">催办过 {urgings.length} 次</h3>
          <ul className="notices">
            {urgings.map((u) => (
              <li key={u.id} className="notice">
                <p className="notice-l">
                  第 {u.n} 次，{u.to}
                  {u.reason ? `：${u.reason}` : ''}
                </p>
                <p className="sm mute">
                  {u.by} · {u.at}
                </p>
                <LinkButton size="sm" href={paths.urgingSheet(act.number, u.id)} download>
                  催办单<span className="vh">，第 {u.n} 次</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
