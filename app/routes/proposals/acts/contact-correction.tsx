import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { correctContact } from '~/domain/proposal/log-contact.server'
import { NotFound } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'
import { readUpload } from '~/http/write.server'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'
import { ContactFields, contactFiles, contactForm, contactIn, contactLabels } from './contact-fields'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'correct_contact')
  const id = idParam(visit.params, 'contactId')
  const row = [...read.contacts, ...read.correctedContacts].find((c) => c.id === id)
  if (!row) throw new NotFound('contact')
  const { heldOn, channel, phase, people, ourPeople, summary } = row
  return {
    act,
    today: shanghaiDay(visit.now),
    now: { heldOn, channel, phase, people, ourPeople, summary },
    isReplaced: read.correctedContacts.some((c) => c.id === id),
  }
})

export const action = actionForUser(async (visit) => {
  const id = idParam(visit.params, 'contactId')
  const { value, command, files } = await readUpload(visit, contactForm, contactFiles)
  await correctContact(command, await targetOf(visit, undefined), id, contactIn(value), files.files)
  return done(visit, 'contact_corrected', 'contacts')
})

const newer = [
  { code: 'CORRECTED', message: '这条记录已经更正过，请在更正后的记录上改。', whoCanResolve: '您自己' },
]

export default function ContactCorrection() {
  const { act, today, now, isReplaced } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <ActForm
      title="更正沟通记录"
      intro="更正后原记录仍保留在下面，附件跟到新记录。"
      act={isReplaced ? { ...act, reasons: newer } : act}
      form={form}
      labels={contactLabels}
      submit="更正"
      takesFiles
    >
      <ContactFields form={form} today={today} now={now} filesHint="要补的附件；原来的附件会跟到新记录" />
    </ActForm>
  )
}
