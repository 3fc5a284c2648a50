import { useActionData, useLoaderData } from '@remix-run/react'
import { proposePublication } from '~/domain/publication/decide-publication.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { publicationFields } from './publication-form'
import { PublicationFields, publicationLabels } from './publication-fields'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'propose_publication')
  const { publication } = read.facts
  return { act, now: publication ? { mode: publication.mode, ground: publication.ground } : null }
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, publicationFields)
  await proposePublication(command, await targetOf(visit, undefined), {
    mode: value.mode,
    ground: value.ground,
  })
  return done(visit, 'publication', 'publication')
})

export default function PublicationProposal() {
  const { act, now } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="拟公开意见"
      intro="公开的，签发的复函将按此公开；摘要公开或不公开，要写明依据。"
      act={act}
      form={form}
      labels={publicationLabels}
      submit="拟公开意见"
    >
      <PublicationFields form={form} now={now} />
    </ActForm>
  )
}
