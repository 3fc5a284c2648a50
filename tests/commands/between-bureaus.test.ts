import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { parcel } from '~/db/schema/between-bureaus'
import { opinion, request } from '~/db/schema/co-handling'
import { unit } from '~/db/schema/people'
import { deadline, proposal } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { receipt } from '~/db/schema/after-the-letter'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { deliverParcels } from '~/domain/between-bureaus/deliver-parcels.server'
import { joinBureaus } from '~/domain/between-bureaus/join-bureaus.server'
import { readIncomingList, readOneIncoming } from '~/domain/between-bureaus/read-incoming.server'
import { declineIncoming, takeIncoming } from '~/domain/between-bureaus/take-incoming.server'
import { houseOf } from '~/domain/people/viewer'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { acceptOpinion, cancelRequest, returnOpinion } from '~/domain/co-handling/settle-request.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { Conflict, NotFound, Refused } from '~/domain/refusals'
import { redoOpinion } from '~/domain/co-handling/redo-opinion.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import {
  approveAll, as, businessNow, inHandling, openBureau, realNow, registrationOf, replyOf, type Bureau,
} from '../support/story' // prettier-ignore
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let asking: Bureau
let asked: Bureau
let stranger: Bureau
const clocks = { now: businessNow, realNow }

beforeAll(async () => {
  asking = await openBureau()
  asked = await openBureau('云汀市教育委员会')
  stranger = await openBureau('云汀市水务局')
  await asViewer(asked.founder, (tx) =>
    tx.insert(unit).values({
      id: randomUUID(), bureauId: asked.bureauId, fullName: '云汀市科学技术局', shortName: '市科技局',
      kind: 'co_handling', position: 9,
    }),
  ) // prettier-ignore
  await joinBureaus(asking.bureauId, asked.bureauId, clocks)
}, 60_000)

async function sent(question = '请就先摸需求提意见') {
  const proposalId = await inHandling(asking)
  const { requestId } = await sendRequest(
    as(asking.people.handler),
    { proposalId },
    { unitId: asking.unitIds['市教委'] ?? '', divisionId: null, question, dueOn: null },
  )
  return { proposalId, requestId }
}

const carry = async (to: Bureau) => {
  await deliverParcels(to.bureauId, clocks)
}

const stateOf = (proposalId: string, requestId: string) =>
  asViewer(asking.people.handler, async (tx) => {
    const [row] = await tx.select().from(request).where(eq(request.id, requestId))
    expect(row?.proposalId).toBe(proposalId)
    return row?.state
  })

const lead = () =>
  asViewer(asked.people.coordinator, async (tx) => {
    const [row] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.fullName, '云汀市科学技术局'))
    return row?.id ?? ''
  })

/** Registered, allocated as 会办 and accepted in the asked bureau. */
async function assisting(requestId: string) {
  const { people } = asked
  const { proposalId } = await takeIncoming(as(people.registrar), requestId)
  await submitForTriage(as(people.registrar), { proposalId })
  await allocate(
    as(people.coordinator),
    { proposalId },
    { divisionId: asked.divisionIds['成果处'] ?? '', handlingRole: 'assist', leadUnitId: await lead() },
  )
  await acceptInDivision(as(people.division_head), { proposalId }, { handlerId: people.handler.userId ?? '' })
  return proposalId
}

async function opinionIssued(proposalId: string) {
  const { people } = asked
  const { replyId } = await startReply(as(people.handler), { proposalId })
  const meant = { proposalId, replyId }
  const { newest } = await replyOf(people.handler, proposalId)
  await saveDraft(as(people.handler), meant, {
    basedOn: 1,
    draft: {
      doc: docFromPlainText('贵局来函收悉。我委意见如下：\n一、同意。\n中小学科普课程可以配合。'),
      fields: { ...newest.fields, salutation: '云汀市科学技术局：' },
      outcome: null, openness: null, opennessGround: '',
    },
  }) // prettier-ignore
  await submitForClearance(as(people.handler), meant)
  await approveAll(asked, meant)
  const { row } = await replyOf(people.handler, proposalId)
  await signReply(as(people.director), meant, { hash: row.frozenHash ?? '' })
  return await issueLetter(as(people.seal_clerk), meant, { isSealed: true })
}

describe('a request to a bureau of the same house', () => {
  it('is an item that bureau assists in, and its opinion comes back by itself', async () => {
    const { proposalId, requestId } = await sent()
    await carry(asked)
    const own = await assisting(requestId)
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('acknowledged')

    const { letters } = await opinionIssued(own)
    expect(letters).toMatchObject([{ docNo: expect.stringMatching(/^云科局提函〔2026〕\d+号$/) }])
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('answered')
    const [given] = await asViewer(asking.people.handler, (tx) =>
      tx.select().from(opinion).where(eq(opinion.requestId, requestId)),
    )
    expect(given).toMatchObject({
      docNo: letters[0]?.docNo,
      text: expect.stringContaining('中小学科普课程可以配合。'),
      givenBy: null,
    })
    await acceptOpinion(as(asking.people.handler), { proposalId, requestId })
    expect(await stateOf(proposalId, requestId)).toBe('accepted')
  })

  it('has no receipt and is closed on sending (journey 2)', async () => {
    const { requestId } = await sent()
    await carry(asked)
    const own = await assisting(requestId)
    await opinionIssued(own)
    const after = await asViewer(asked.people.coordinator, async (tx) => ({
      item: (await tx.select().from(proposal).where(eq(proposal.id, own)))[0],
      letters: await tx.select().from(letter).where(eq(letter.proposalId, own)),
      receipts: await tx.select().from(receipt).where(eq(receipt.proposalId, own)),
      clocks: await tx.select().from(deadline).where(eq(deadline.proposalId, own)),
    }))
    expect(after.item).toMatchObject({ state: 'closed', handlingRole: 'assist' })
    expect(after.letters).toMatchObject([{ purpose: 'opinion', unitId: await lead(), delegateId: null }])
    expect(after.receipts).toEqual([])
    expect(after.clocks.map((c) => c.kind)).toEqual(['reply'])
    expect(after.clocks[0]?.metOn).not.toBeNull()
  })

  it('reaches the other bureau once, however often it is carried', async () => {
    const { requestId } = await sent()
    await carry(asked)
    // The carrier died after the work and before it noted that it was done.
    const again = () =>
      asViewer(houseOf(asked.bureauId), (tx) =>
        tx.update(parcel).set({ deliveredAt: null }).where(eq(parcel.requestId, requestId)),
      )
    await again()
    await carry(asked)
    const rows = await readIncomingList(asked.people.registrar)
    expect(rows.filter((r) => r.row.id === requestId)).toHaveLength(1)
  })

  it('is found again when the assigning body’s list had brought the same item', async () => {
    const { proposalId, requestId } = await sent()
    const [item] = await asViewer(asking.people.handler, (tx) =>
      tx.select().from(proposal).where(eq(proposal.id, proposalId)),
    )
    const known = await registerProposal(
      as(asked.people.registrar),
      registrationOf(asked, { officialNo: item?.officialNo ?? '', assigningUnitId: null }),
    )
    await carry(asked)
    expect(await takeIncoming(as(asked.people.registrar), requestId)).toEqual(known)
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('acknowledged')
  })

  it('is registered once when two registrars press, and by a registrar only', async () => {
    const { requestId } = await sent()
    await carry(asked)
    const { people } = asked
    await expect(takeIncoming(as(people.coordinator), requestId)).rejects.toBeInstanceOf(Refused)
    const key = randomUUID()
    const first = await takeIncoming(as(people.registrar, { key }), requestId)
    expect(await takeIncoming(as(people.registrar, { key }), requestId)).toEqual(first)
    expect(await takeIncoming(as(people.registrar), requestId)).toEqual(first)
  })

  it('may be declined with a reason, which the asking bureau reads', async () => {
    const { proposalId, requestId } = await sent()
    await carry(asked)
    await declineIncoming(as(asked.people.registrar), requestId, '不属我委职责')
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('declined')
    await expect(takeIncoming(as(asked.people.registrar), requestId)).rejects.toBeInstanceOf(Conflict)
  })

  it('is declined for the asking bureau when the item is voided there', async () => {
    const { proposalId, requestId } = await sent()
    await carry(asked)
    const { proposalId: own } = await takeIncoming(as(asked.people.registrar), requestId)
    await carry(asking)
    await voidProposal(as(asked.people.registrar), { proposalId: own }, { reason: '误登' })
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('declined')
  })

  it('carries a cancellation and a bounced opinion over', async () => {
    const cancelled = await sent()
    await carry(asked)
    await cancelRequest(as(asking.people.handler), cancelled, { reason: '改由市体育局会办' })
    await carry(asked)
    expect((await readOneIncoming(asked.people.registrar, cancelled.requestId)).row).toMatchObject({
      state: 'cancelled',
      reason: '改由市体育局会办',
    })
    const bounced = await sent()
    await carry(asked)
    await opinionIssued(await assisting(bounced.requestId))
    await carry(asking)
    await returnOpinion(as(asking.people.handler), bounced, { reason: '没有针对问题' })
    await carry(asked)
    const { row } = await readOneIncoming(asked.people.registrar, bounced.requestId)
    expect(row).toMatchObject({ state: 'returned', reason: '没有针对问题' })

    const again = { proposalId: row.proposalId ?? '' }
    await redoOpinion(as(asked.people.coordinator), again, { reason: '科技局退回：没有针对问题' })
    const { letters } = await opinionIssued(again.proposalId)
    await carry(asking)
    const opinions = await asViewer(asking.people.handler, (tx) =>
      tx.select().from(opinion).where(eq(opinion.requestId, bounced.requestId)),
    )
    expect(opinions).toHaveLength(2)
    expect(opinions.map((o) => o.docNo)).toContain(letters[0]?.docNo)
    expect(await stateOf(bounced.proposalId, bounced.requestId)).toBe('answered')
  })

  it('keeps what the asking bureau’s rules refuse, with the reason, and goes on', async () => {
    const { requestId, proposalId } = await sent()
    await carry(asked)
    const own = await assisting(requestId)
    await cancelRequest(as(asking.people.handler), { proposalId, requestId }, { reason: '不再征求' })
    await opinionIssued(own)
    await carry(asking)
    expect(await stateOf(proposalId, requestId)).toBe('cancelled')
  })
})

describe('between the two', () => {
  it('neither sees more than its side', async () => {
    const { proposalId, requestId } = await sent('只问这一句')
    await carry(asked)
    const own = await assisting(requestId)
    const tables = [
      'proposal',
      'request',
      'ask',
      'contact',
      'reply',
      'opinion',
      'sponsor',
      'event',
      'parcel',
      'incoming_request',
    ]
    const of = (bureau: Bureau) =>
      Object.values(bureau.people).map((viewer) =>
        asViewer(viewer, async (tx) => {
          const seen: string[] = []
          for (const table of tables) {
            const rows = [...(await tx.execute(sql.raw(`select * from ${table}`)))]
            for (const row of rows) if (row['bureau_id'] !== bureau.bureauId) seen.push(`${viewer.name} ${table}`)
          }
          return seen
        }),
      ) // prettier-ignore
    for (const seen of await Promise.all([...of(asking), ...of(asked), ...of(stranger)]))
      expect(seen).toEqual([])
    await expect(readOneIncoming(asked.people.finance, requestId)).rejects.toBeInstanceOf(NotFound)
    expect(await readOneIncoming(asked.people.handler, requestId)).toMatchObject({ row: { proposalId: own } })
    const [item] = await asViewer(asked.people.handler, (tx) =>
      tx.select().from(proposal).where(eq(proposal.id, own)),
    )
    expect(JSON.stringify(item)).not.toContain(proposalId)
  })

  it('nothing goes to a bureau that has not said so itself', async () => {
    await asViewer(asking.founder, async (tx) => {
      const [finance] = await tx.select().from(unit).where(eq(unit.shortName, '市财政局'))
      await tx.execute(
        sql`insert into unit_bureau values (${finance?.id}::uuid, ${asking.bureauId}::uuid, ${stranger.bureauId}::uuid)`,
      )
    })
    // The stranger is joined to somebody, but not to us.
    await asViewer(stranger.founder, (tx) =>
      tx.execute(
        sql`insert into unit_bureau values (${stranger.unitIds['市教委']}::uuid, ${stranger.bureauId}::uuid, ${asked.bureauId}::uuid)`,
      ),
    )
    const proposalId = await inHandling(asking)
    await sendRequest(
      as(asking.people.handler),
      { proposalId },
      { unitId: asking.unitIds['市财政局'] ?? '', divisionId: null, question: '请提意见', dueOn: null },
    )
    await carry(stranger)
    expect(await readIncomingList(stranger.people.registrar)).toEqual([])
  })
})

describe('the clock of an item we assist in', () => {
  it('is the opinion’s, counted again when the role is settled, without a first contact', async () => {
    const { people } = asked
    const { proposalId } = await registerProposal(as(people.registrar), registrationOf(asked))
    await submitForTriage(as(people.registrar), { proposalId })
    const clocksNow = () =>
      asViewer(people.coordinator, async (tx) =>
        (await tx.select().from(deadline).where(eq(deadline.proposalId, proposalId)))
          .map((d) => `${d.kind} ${d.unit} ${d.startOn} ${d.dueOn}`)
          .toSorted(),
      )
    const before = await clocksNow()
    expect(before.find((d) => d.startsWith('reply'))).toBe('reply month 2026-03-02 2026-06-02')
    const target = { proposalId }
    const place = { divisionId: asked.divisionIds['成果处'] ?? '' }
    await allocate(as(people.coordinator), target, {
      ...place,
      handlingRole: 'assist',
      leadUnitId: await lead(),
    })
    // 20 working days from the receipt on 3 March, not three months from the hand-over.
    expect(await clocksNow()).toEqual(['reply workday 2026-03-03 2026-03-31'])
  })
})
