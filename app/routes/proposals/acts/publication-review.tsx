import { useActionData, useLoaderData } from '@remix-run/react'
import { reviewPublication } from '~/domain/publication/decide-publication.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { publicationFields } from './publication-form'
import { PublicationFields, publicationLabels } from './publication-fields'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'review_publication')
  const { publication } = read.facts
  return { act, now: publication ? { mode: publication.mode, ground: publication.ground } : null }
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, publicationFields)
  await reviewPublication(command, await targetOf(visit, undefined), {
    mode: value.mode,
    ground: value.ground,
  })
  return done(visit, 'reviewed', 'publication')
})

export default function PublicationReview() {
  const { act, now } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="审定公开意见"
      intro="审定后记入日志。与承办人意见不同的，请直接改选并写明依据。"
      act={act}
      form={form}
      labels={publicationLabels}
      submit="审定公开意见"
    >
      <PublicationFields form={form} now={now} />
    </ActForm>
  )
}
