import { useLoaderData } from '@remix-run/react'
import { fileKindWords, sizeWords } from '~/domain/files/file-kinds'
import { isStaff } from '~/domain/people/viewer'
import { contactingOf, contactingWords, missingContacts } from '~/domain/proposal/contacting'
import { readContactFiles } from '~/domain/proposal/read-contact-files.server'
import { isAllowed } from '~/domain/proposal/refusal'
import { contactChannelWords, contactPhaseWords } from '~/domain/proposal/words'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Note } from '~/ui/parts/note'
import { proposalOf } from '../proposal-of.server'
import { ContactTable, type ContactLine } from './contact-table'

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  const { facts } = read
  const rule = contactingOf(facts.profile)
  const files = await readContactFiles(visit.viewer, facts.proposal.id)
  const lineOf = (c: (typeof read.contacts)[number]): ContactLine => ({
    id: c.id,
    heldOn: c.heldOn,
    channel: contactChannelWords[c.channel],
    phase: contactPhaseWords[c.phase],
    people: c.people,
    ourPeople: c.ourPeople,
    summary: c.summary,
    by: read.people.find((p) => p.id === c.loggedBy)?.name ?? '',
    isCorrection: c.correctsId !== null,
    files: files
      .filter((f) => f.contactId === c.id)
      .map((f) => ({
        id: f.id, href: paths.file(f.id), name: f.name, about: `${fileKindWords(f.kind)}，${sizeWords(f.size)}`,
        sha256: f.sha256,
      })), // prettier-ignore
  })
  const { handlingRole, state } = facts.proposal
  return {
    number: facts.proposal.registerNo,
    rows: read.contacts.map(lineOf),
    corrected: read.correctedContacts.map(lineOf),
    rule: contactingWords(rule),
    // Who assists owes the delegate no contact of his own.
    missing: handlingRole === 'assist' ? [] : missingContacts(rule, facts.contacts, state === 'assigned' || state === 'handling' ? 'reply' : 'closing'),
    due: facts.deadlines.find((d) => d.kind === 'contact' && d.metOn === null)?.dueOn ?? null,
    mayLog: isAllowed('log_contact', facts),
    mayRead: isStaff(visit.viewer),
  } // prettier-ignore
})

export default function Contacts() {
  const { number, rows, corrected, rule, missing, due, mayLog, mayRead } = useLoaderData<typeof loader>()
  const add = mayLog ? (
    <LinkButton kind="do" href={paths.act(number, 'contacts/new')}>
      登记沟通
    </LinkButton>
  ) : null
  if (!mayRead)
    return (
      <div className="pad">
        <EmptyState title="沟通记录只有承办单位的人能看" />
      </div>
    )
  if (rows.length === 0)
    return (
      <div className="pad">
        <EmptyState title="还没有沟通记录" actions={add}>
          {`规则要求：${rule}。`}
          {due ? `首次沟通 ${due} 前。` : ''}
        </EmptyState>
      </div>
    )
  return (
    <>
      <div className="pad stack">
        {missing.length > 0 ? (
          <Note tone="amber">{`还差：${missing.join('、')}。规则要求：${rule}。`}</Note>
        ) : null}
        {add ? <div className="row">{add}</div> : null}
      </div>
      <ContactTable caption="沟通记录" number={number} rows={rows} mayCorrect={mayLog} />
      {corrected.length > 0 ? (
        <details className="pad">
          <summary>{`更正前的记录 ${corrected.length} 条`}</summary>
          <ContactTable caption="更正前的记录" number={number} rows={corrected} mayCorrect={false} />
        </details>
      ) : null}
    </>
  )
}
