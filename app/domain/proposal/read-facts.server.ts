import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { commitment, commitmentReview, publication, receipt } from '~/db/schema/after-the-letter'
import { extension, pause } from '~/db/schema/clock'
import { request } from '~/db/schema/co-handling'
import { appUser, bureau, membership } from '~/db/schema/people'
import { contact, deadline } from '~/db/schema/proposal'
import { clearanceStep, letter, reply, revision, signature } from '~/db/schema/reply'
import { readAsks } from '../allocation/read-asks.server'
import { countUnconfirmed } from '../intake/documents/provenance.server'
import { readRules } from '../deadlines/read-rulebook.server'
import { richDoc } from '../drafting/rich-text'
import { readGroup } from '../merging/read-group.server'
import { readAdditionalUnits, readObjection } from '../objection/read-objection.server'
import { isStaff, type Viewer } from '../people/viewer'
import type { Role } from '../people/kinds'
import { NotFound } from '../refusals'
import { contentHash } from '../reply/content-hash.server'
import { readSponsors } from '../sponsors/read-sponsors.server'
import { readTakenOver } from '../taking-over/read-taken-over.server'
import type { Facts, Holder, ProposalFacts, ReplyFacts, RequestFacts, RevisionFacts } from './facts'

export type Asking = {
  viewer: Viewer
  now: Date
  realNow: Date
  reauthenticatedAt: Date | null
  input: Record<string, unknown>
  replyId?: string | undefined
  requestId?: string | undefined
  /** The command reaches this proposal through its merge group. */
  isCarried?: boolean
}

/** Reads all that the rules look at; queries travel together. Row-level security leaves empty what is not the viewer's. */
export async function readFacts(tx: Tx, proposal: ProposalFacts, asking: Asking): Promise<Facts> {
  const id = proposal.id
  const staff = isStaff(asking.viewer)
  const rules = await readRules(tx, proposal)
  const [
    bureaus,
    sponsors,
    asks,
    contacts,
    requests,
    deadlines,
    pauses,
    extensions,
    receipts,
    publications,
    commitments,
    reviews,
    letters,
    holders,
    theReply,
    signed,
    group,
    objection,
    additionalUnits,
    unconfirmed,
    takenOver,
  ] = await Promise.all([
    tx.select().from(bureau).where(eq(bureau.id, proposal.bureauId)),
    readSponsors(tx, id),
    readAsks(tx, id),
    readContacts(tx, id),
    readRequests(tx, id),
    tx.select().from(deadline).where(eq(deadline.proposalId, id)),
    tx.select().from(pause).where(eq(pause.proposalId, id)).orderBy(asc(pause.pausedOn)),
    tx
      .select()
      .from(extension)
      .where(and(eq(extension.proposalId, id), isNull(extension.removedAt))),
    tx.select().from(receipt).where(eq(receipt.proposalId, id)),
    tx
      .select()
      .from(publication)
      .where(and(eq(publication.proposalId, id), eq(publication.round, proposal.round))),
    tx.select().from(commitment).where(eq(commitment.proposalId, id)).orderBy(asc(commitment.n)),
    tx
      .select()
      .from(commitmentReview)
      .where(and(eq(commitmentReview.proposalId, id), eq(commitmentReview.round, proposal.round))),
    tx.select({ n: count() }).from(letter).where(eq(letter.proposalId, id)),
    staff ? readHolders(tx) : [],
    staff ? readReply(tx, proposal, asking.replyId, rules.profile.signerRole) : null,
    tx.execute<{ round: number }>(sql`select round from fuhan_signed_rounds(${id}::uuid) as round`),
    readGroup(tx, id, asking.isCarried ?? false),
    readObjection(tx, id),
    readAdditionalUnits(tx, id),
    staff ? countUnconfirmed(tx, id) : [],
    readTakenOver(tx, id),
  ])
  const [ownBureau] = bureaus
  if (!ownBureau) throw new NotFound('bureau')
  return {
    viewer: asking.viewer,
    now: asking.now,
    realNow: asking.realNow,
    reauthenticatedAt: asking.reauthenticatedAt,
    ...rules,
    bureau: ownBureau,
    proposal,
    unconfirmedFields: unconfirmed[0]?.n ?? 0,
    sponsorIds: sponsors.map((s) => s.id),
    sponsors,
    group,
    objection,
    additionalUnits,
    takenOver,
    asks,
    contacts,
    requests,
    request: requests.find((r) => r.id === asking.requestId) ?? null,
    reply: theReply,
    signedRounds: signed.map((row) => row.round),
    deadlines,
    pauses,
    extensions,
    receipts,
    publication: publications[0] ?? null,
    commitments,
    areCommitmentsReviewed: reviews.length > 0,
    issuedLetters: letters[0]?.n ?? 0,
    holders,
    input: asking.input,
  }
}

/** A record that was corrected stands no longer: the newer one stands in its place. */
async function readContacts(tx: Tx, proposalId: string) {
  const rows = await tx
    .select({ id: contact.id, phase: contact.phase, channel: contact.channel, heldOn: contact.heldOn, correctsId: contact.correctsId })
    .from(contact)
    .where(eq(contact.proposalId, proposalId)) // prettier-ignore
  const replaced = new Set(rows.map((r) => r.correctsId))
  return rows.filter((r) => !replaced.has(r.id))
}

const readRequests = (tx: Tx, proposalId: string): Promise<RequestFacts[]> =>
  tx.select().from(request).where(eq(request.proposalId, proposalId)).orderBy(asc(request.position))

async function readHolders(tx: Tx): Promise<Holder[]> {
  const rows = await tx
    .select({
      userId: appUser.id,
      name: appUser.name,
      title: appUser.title,
      role: membership.role,
      divisionId: membership.divisionId,
    })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(isNull(appUser.disabledAt), isNull(membership.unitId)))
    .orderBy(asc(appUser.name))
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** The reply an event names, else the newest of the current round. */
async function readReply(
  tx: Tx,
  proposal: ProposalFacts,
  replyId: string | undefined,
  signerRole: Role,
): Promise<ReplyFacts | null> {
  const which = replyId ? eq(reply.id, replyId) : eq(reply.round, proposal.round)
  const [row] = await tx
    .select()
    .from(reply)
    .where(and(eq(reply.proposalId, proposal.id), which))
    .orderBy(desc(reply.startedAt))
    .limit(1)
  if (!row) return null
  const numbers = row.frozenN === null ? [row.revisionN] : [row.revisionN, row.frozenN]
  const [revisions, steps, signatures] = await Promise.all([
    tx
      .select()
      .from(revision)
      .where(and(eq(revision.replyId, row.id), inArray(revision.n, numbers))),
    tx
      .select()
      .from(clearanceStep)
      .where(eq(clearanceStep.replyId, row.id))
      .orderBy(asc(clearanceStep.rank), asc(clearanceStep.role)),
    tx
      .select()
      .from(signature)
      .where(and(eq(signature.replyId, row.id), isNull(signature.lapsedAt))),
  ])
  const newest = revisions.find((r) => r.n === row.revisionN)
  if (!newest) throw new Error(`reply ${row.id} has no revision ${row.revisionN}`)
  const frozenRow = revisions.find((r) => r.n === row.frozenN)
  const frozen = frozenRow ? asRevision(frozenRow) : null
  const cycle = Math.max(0, ...steps.map((s) => s.cycle))
  return {
    ...row,
    revision: asRevision(newest),
    frozen,
    frozenContentHash: frozen
      ? contentHash({
          ...frozen,
          signerRole,
        })
      : null,
    steps: steps.filter((s) => s.cycle === cycle).map((s) => ({ ...s, role: s.role as Role })),
    signature: signatures[0] ?? null,
  }
}

const asRevision = (row: typeof revision.$inferSelect): RevisionFacts => ({
  ...row,
  doc: richDoc.parse(JSON.parse(row.content)),
})
