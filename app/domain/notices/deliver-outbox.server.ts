import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { outbox } from '~/db/schema/log'
import { message, notice, noticeAddress, noticePreference, watching } from '~/db/schema/notices'
import { appUser, bureau, membership } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import { clearanceStep, reply } from '~/db/schema/reply'
import { isNobodyLeft } from '../co-handling/request-summary'
import { readRulebook } from '../deadlines/read-rulebook.server'
import { rulesOf } from '../deadlines/rulebook'
import { houseOf } from '../people/viewer'
import { roleWords } from '../proposal/who-can-help'
import type { Role } from '../people/kinds'
import { ruleOf } from '../proposal/events'
import { audienceOf, type Concerned, type Hearer, type Post } from './audience'
import { nextDigest } from './next-digest'
import { hrefOf, lineOf, mailOf, smsOf } from './notice-text'
import { toldOf } from './told'

/** `sendsMail`: whether the house has a mail server; `origin`: how links in mails begin. */
export type PostOffice = { sendsMail: boolean; origin: string | null }

const batch = 20

/**
 * Turns what was written to the outbox into notices, and mails for those who want them at once. Row by row in one
 * transaction per batch: a row is sent with all its notices or not at all, and by one worker only.
 */
export async function deliverOutbox(bureauId: string, now: Date, office: PostOffice): Promise<number> {
  for (let sent = 0; ;) {
    const n = await asViewer(houseOf(bureauId), (tx) => deliverBatch(tx, bureauId, now, office))
    sent += n
    if (n < batch) return sent
  }
}

type Row = typeof outbox.$inferSelect

/** `stepId` where only one step of the clearance is spoken of. */
type Payload = { actor?: string | null; requestId?: string | null; replyId?: string | null; stepId?: string }

async function deliverBatch(tx: Tx, bureauId: string, now: Date, office: PostOffice): Promise<number> {
  const rows = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.bureauId, bureauId), isNull(outbox.sentAt)))
    .orderBy(asc(outbox.id))
    .limit(batch)
    .for('update', { skipLocked: true })
  if (rows.length === 0) return 0
  const people = await readPeople(tx, bureauId)
  for (const row of rows) await deliverRow(tx, row, people, now, office)
  await tx.update(outbox).set({ sentAt: now }).where(inArray(outbox.id, rows.map((r) => r.id))) // prettier-ignore
  return rows.length
}

type People = Awaited<ReturnType<typeof readPeople>>

async function readPeople(tx: Tx, bureauId: string) {
  const [[own], posts, addresses, preferences] = await Promise.all([
    tx.select({ name: bureau.shortName }).from(bureau).where(eq(bureau.id, bureauId)),
    tx
      .select({
        userId: membership.userId, role: membership.role, divisionId: membership.divisionId, unitId: membership.unitId,
        phone: appUser.phone,
      })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .where(isNull(appUser.disabledAt)),
    tx.select().from(noticeAddress),
    tx.select().from(noticePreference),
  ]) // prettier-ignore
  return { bureau: own?.name ?? '', posts: posts as (Post & { phone: string })[], addresses, preferences }
}

async function deliverRow(tx: Tx, row: Row, people: People, now: Date, office: PostOffice) {
  const told = await toldNow(tx, row)
  if (!told || !row.proposalId) return
  const payload = row.payload as Payload
  const [item] = await tx.select().from(proposal).where(eq(proposal.id, row.proposalId))
  if (!item) return
  const concerned = await readConcerned(tx, row, item, payload, people.posts)
  const [step] = payload.stepId ? concerned.openSteps : []
  const line = lineOf(item, step ? `${roleWords[step.role as Role]}，${told.line}` : told.line)
  for (const hearer of audienceOf(told, concerned, payload.actor ?? null)) {
    const isUnit = people.posts.every((p) => p.userId !== hearer.userId || p.role === 'co_handler')
    await tellOne(tx, row, { ...hearer, line, href: hrefOf(told.place, item.registerNo, isUnit ? (payload.requestId ?? null) : null) }, people, now, office) // prettier-ignore
  }
}

/** What a row says now: a refusal that leaves nobody to give an opinion says that instead. */
async function toldNow(tx: Tx, row: Row) {
  if (row.topic !== 'decline_request' || !row.proposalId) return toldOf(row.topic)
  const asked = await tx
    .select({ state: request.state })
    .from(request)
    .innerJoin(proposal, and(eq(proposal.id, request.proposalId), eq(proposal.round, request.round)))
    .where(eq(request.proposalId, row.proposalId))
  return toldOf(isNobodyLeft(asked) ? 'nobody_left_to_ask' : row.topic)
}

async function readConcerned(
  tx: Tx,
  row: Row,
  item: typeof proposal.$inferSelect,
  payload: Payload,
  posts: readonly Post[],
): Promise<Concerned> {
  const [requests, replies, steps, watchers, rulebook] = await Promise.all([
    payload.requestId ? tx.select().from(request).where(eq(request.id, payload.requestId)) : [],
    payload.replyId ? tx.select().from(reply).where(eq(reply.id, payload.replyId)) : [],
    payload.replyId ? tx.select().from(clearanceStep).where(eq(clearanceStep.replyId, payload.replyId)) : [],
    tx.select({ id: watching.userId }).from(watching).where(eq(watching.proposalId, item.id)),
    readRulebook(tx),
  ])
  const cycle = Math.max(0, ...steps.map((s) => s.cycle))
  const current = steps.filter((s) => s.cycle === cycle)
  // Of several approvals told late, only the one that completed the chain calls the signer.
  const last = Math.max(0, ...current.map((s) => s.decidedAt?.getTime() ?? 0))
  const isChainDone =
    last === row.writtenAt.getTime() &&
    current.every((s) => s.state === 'approved' || s.state === 'handed_up')
  return {
    divisionId: item.divisionId,
    handlerId: item.handlerId,
    request: requests[0] ?? null,
    drafterId: replies[0]?.drafterId ?? null,
    openSteps: current
      .filter((s) => s.state === 'open' && (!payload.stepId || s.id === payload.stepId))
      .map((s) => ({ role: s.role, divisionId: s.divisionId, isNew: s.openedAt?.getTime() === row.writtenAt.getTime() })),
    lapsedSteps: current.filter((s) => s.state === 'lapsed'),
    signerRole: isChainDone && replies[0]?.state === 'clearance' ? rulesOf(rulebook, item).profile.signerRole : null,
    watcherIds: watchers.map((w) => w.id).filter((id) => mayWatch(id, posts)),
    posts,
  } // prettier-ignore
}

/** A watcher who no longer holds a role that may watch hears nothing more. */
const mayWatch = (userId: string, posts: readonly Post[]) =>
  posts.some((p) => p.userId === userId && p.role in ruleOf('watch').who)

async function tellOne(
  tx: Tx,
  row: Row,
  told: Hearer & { line: string; href: string },
  people: People,
  now: Date,
  office: PostOffice,
) {
  const { userId, kind, line, href } = told
  const timing = people.preferences.find((p) => p.userId === userId && p.kind === kind)?.timing ?? 'now'
  const id = randomUUID()
  const written = await tx
    .insert(notice)
    .values({
      id, bureauId: row.bureauId, userId, outboxId: row.id, proposalId: row.proposalId ?? '', kind, line, href, writtenAt: now,
      digestAt: timing === 'digest' ? nextDigest(now) : null,
    })
    .onConflictDoNothing()
    .returning({ id: notice.id }) // prettier-ignore
  if (written.length === 0 || timing !== 'now') return
  const address = people.addresses.find((a) => a.userId === userId)
  const base = {
    bureauId: row.bureauId,
    userId,
    cause: `notice:${id}`,
    writtenAt: now,
    nextAt: now,
    attempts: 0,
  }
  if (address?.email && office.sendsMail)
    await tx.insert(message).values({ ...base, id: randomUUID(), channel: 'email', address: address.email, ...mailOf(people.bureau, told, office.origin) }) // prettier-ignore
  const phone = people.posts.find((p) => p.userId === userId)?.phone
  if (address?.wantsSms && phone)
    await tx.insert(message).values({ ...base, id: randomUUID(), channel: 'sms', address: phone, subject: '', text: smsOf(people.bureau, told) }) // prettier-ignore
}
