import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { isWatching, unwatchProposal, watchProposal } from '~/domain/watching/watch-proposal.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'watch')
  const watches = await isWatching(visit.viewer, read.facts.proposal.id)
  return { act: watches ? { ...act, reasons: reasonsAgainst('unwatch', read.facts) } : act, watches }
})

const fields = z.object({ ...hiddenFields, to: z.enum(['watch', 'unwatch'], '表单不完整，请刷新后再试。') })

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const target = await targetOf(visit, undefined)
  if (value.to === 'watch') await watchProposal(command, target)
  else await unwatchProposal(command, target)
  return done(visit, value.to === 'watch' ? 'watched' : 'unwatched')
})

export default function Watching() {
  const { act, watches } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title={watches ? '取消关注' : '关注'}
      intro={watches ? '取消后，这一件的进展不再告诉您。' : '关注后，这一件每有进展都会告诉您。'}
      act={act}
      form={form}
      submit={watches ? '取消关注' : '关注'}
    >
      <HiddenFields values={{ to: watches ? 'unwatch' : 'watch' }} />
    </ActForm>
  )
}
