import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { contactingOf, contactingWords } from '~/domain/proposal/contacting'
import { logContact } from '~/domain/proposal/log-contact.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readUpload } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ContactFields, contactFiles, contactForm, contactIn, contactLabels } from './contact-fields'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'log_contact')
  return {
    act,
    today: shanghaiDay(visit.now),
    people: read.sponsors.map((s) => s.name).join('、'),
    own: visit.viewer.name,
    rule: contactingWords(contactingOf(read.facts.profile)),
  }
})

export const action = actionForUser(async (visit) => {
  const { value, command, files } = await readUpload(visit, contactForm, contactFiles)
  await logContact(command, await targetOf(visit, undefined), contactIn(value), files.files)
  return done(visit, 'contact', 'contacts')
})

export default function Contact() {
  const { act, today, people, own, rule } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="登记沟通"
      intro={`规则要求：${rule}。`}
      act={act}
      form={form}
      labels={contactLabels}
      submit="登记沟通"
      takesFiles
    >
      <ContactFields
        form={form}
        today={today}
        now={{ heldOn: today, phase: 'during', people, ourPeople: own }}
        filesHint="座谈纪要、照片、来函等，最多 5 个，每个 20 MB 以内"
      />
    </ActForm>
  )
}
