import { asc, desc, eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { commitment } from '~/db/schema/after-the-letter'
import { opinion, request } from '~/db/schema/co-handling'
import { event } from '~/db/schema/log'
import { appUser, bureau, delegate, delegateContact, division, meeting, unit } from '~/db/schema/people'
import { archivePackage, contact, deadline, proposal, sponsor } from '~/db/schema/proposal'
import { clearanceStep, letter, remark, revision } from '~/db/schema/reply'
import { sentenceOf } from '../log/sentences'
import { hasRole, isStaff, type Viewer } from '../people/viewer'
import { NotFound } from '../refusals'
import { readFacts } from './read-facts.server'
import { readParticulars } from './read-particulars.server'

/** Both clocks and the time of the last re-authentication, as the request brings them. */
export type Moment = { now: Date; realNow: Date; reauthenticatedAt?: Date | null }

/** Everything the pages of one proposal show this viewer. @throws NotFound when absent or not his */
export async function readProposal(viewer: Viewer, registerNo: string, moment: Moment) {
  // A unit or a delegate has pages of its own; a number nobody could have registered is not asked for.
  if (!(isStaff(viewer) || hasRole(viewer, 'supervisor')) || !/^[\w-]{1,20}$/.test(registerNo))
    throw new NotFound('proposal')
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(proposal).where(eq(proposal.registerNo, registerNo))
    if (!row) throw new NotFound('proposal')
    const facts = await readFacts(tx, row, {
      viewer,
      ...moment,
      reauthenticatedAt: moment.reauthenticatedAt ?? null,
      input: {},
    })
    return { facts, ...(await readAround(tx, row.id, row.meetingId, facts.reply?.id ?? null)) }
  })
}

export type ProposalRead = Awaited<ReturnType<typeof readProposal>>

async function readAround(tx: Tx, id: string, meetingId: string, replyId: string | null) {
  const [
    sponsors,
    meetings,
    divisions,
    units,
    people,
    contacts,
    deadlines,
    requests,
    opinions,
    letters,
    promises,
    events,
    packages,
    particulars,
    drafting,
  ] = await Promise.all([
    readSponsors(tx, id),
    tx.select().from(meeting).where(eq(meeting.id, meetingId)),
    tx.select().from(division).orderBy(asc(division.position)),
    tx.select().from(unit).orderBy(asc(unit.position)),
    tx.select({ id: appUser.id, name: appUser.name, title: appUser.title }).from(appUser),
    tx.select().from(contact).where(eq(contact.proposalId, id)).orderBy(desc(contact.heldOn)),
    tx.select().from(deadline).where(eq(deadline.proposalId, id)).orderBy(asc(deadline.dueOn)),
    tx.select().from(request).where(eq(request.proposalId, id)).orderBy(asc(request.position)),
    tx.select().from(opinion).where(eq(opinion.proposalId, id)).orderBy(asc(opinion.givenAt)),
    readLetters(tx, id),
    tx.select().from(commitment).where(eq(commitment.proposalId, id)).orderBy(asc(commitment.n)),
    readLog(tx, id),
    tx
      .select({
        version: archivePackage.version,
        sha256: archivePackage.sha256,
        madeAt: archivePackage.madeAt,
      })
      .from(archivePackage)
      .where(eq(archivePackage.proposalId, id)),
    readParticulars(tx, id),
    replyId ? readDrafting(tx, replyId) : { revisions: [], remarks: [], allSteps: [] },
  ])
  return {
    sponsors,
    meeting: meetings[0] ?? null,
    divisions,
    units,
    people,
    ...standing(contacts),
    deadlines,
    requests,
    opinions,
    letters,
    promises,
    events,
    packages,
    particulars,
    ...drafting,
  }
}

type ContactRow = typeof contact.$inferSelect

/** The contacts as they stand, and those a correction stands in place of. */
function standing(rows: readonly ContactRow[]) {
  const replaced = new Set(rows.map((r) => r.correctsId))
  return {
    contacts: rows.filter((r) => !replaced.has(r.id)),
    correctedContacts: rows.filter((r) => replaced.has(r.id)),
  }
}

/** Sponsors with the contact data this viewer may see (row-level security leaves it out for others). */
const readSponsors = (tx: Tx, id: string) =>
  tx
    .select({
      delegateId: delegate.id,
      name: delegate.name,
      kind: delegate.kind,
      phone: delegateContact.phone,
      address: delegateContact.address,
    })
    .from(sponsor)
    .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
    .leftJoin(delegateContact, eq(delegateContact.delegateId, delegate.id))
    .where(eq(sponsor.proposalId, id))
    .orderBy(asc(sponsor.position))

const readLetters = (tx: Tx, id: string) =>
  tx
    .select({
      id: letter.id, docNo: letter.docNo, letterDate: letter.letterDate, printedOn: letter.printedOn, sha256: letter.sha256,
      delegateId: letter.delegateId, unitId: letter.unitId, round: letter.round, content: letter.content, issuedAt: letter.issuedAt,
    })
    .from(letter)
    .where(eq(letter.proposalId, id))
    .orderBy(asc(letter.seq)) // prettier-ignore

async function readLog(tx: Tx, id: string) {
  const rows = await tx.select().from(event).where(eq(event.proposalId, id)).orderBy(desc(event.sequence))
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.businessAt,
    who: row.actorName,
    kind: row.kind,
    sentence: sentenceOf(row.body),
    hash: row.hash,
  }))
}

async function readDrafting(tx: Tx, replyId: string) {
  const [revisions, remarks, allSteps] = await Promise.all([
    tx
      .select({ n: revision.n, hash: revision.hash, savedAt: revision.savedAt, author: appUser.name })
      .from(revision)
      .innerJoin(appUser, eq(appUser.id, revision.authorId))
      .where(eq(revision.replyId, replyId))
      .orderBy(desc(revision.n)),
    tx
      .select({
        id: remark.id,
        quote: remark.quote,
        text: remark.text,
        revisionN: remark.revisionN,
        madeAt: remark.madeAt,
        who: appUser.name,
      })
      .from(remark)
      .innerJoin(appUser, eq(appUser.id, remark.madeBy))
      .where(eq(remark.replyId, replyId))
      .orderBy(desc(remark.madeAt)),
    tx
      .select()
      .from(clearanceStep)
      .where(eq(clearanceStep.replyId, replyId))
      .orderBy(asc(clearanceStep.cycle), asc(clearanceStep.rank)),
  ])
  return { revisions, remarks, allSteps }
}

/** The viewer's own bureau, for page heads. */
export const readBureau = (viewer: Viewer) =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(bureau)
    return row ?? null
  })

/** The exact bytes of an issued letter. @throws NotFound when absent or not this viewer's */
export async function readLetterBytes(viewer: Viewer, letterId: string) {
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ bytes: letter.bytes, docNo: letter.docNo, sha256: letter.sha256, title: letter.content })
      .from(letter)
      .where(eq(letter.id, letterId))
    if (!row) throw new NotFound('letter')
    return { bytes: row.bytes, docNo: row.docNo, sha256: row.sha256, title: row.title.title }
  })
}
