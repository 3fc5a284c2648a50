import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '~/db/client.server'
import { recordedOnly, type Carriers } from '~/domain/notices/carriers'
import { chaseOpenWork } from '~/domain/notices/chase-open-work.server'
import { deliverMessages } from '~/domain/notices/deliver-messages.server'
import { deliverOutbox } from '~/domain/notices/deliver-outbox.server'
import { gatherDigests } from '~/domain/notices/gather-digests.server'
import { setPreferences } from '~/domain/notices/preferences.server'
import { smtpCarrier } from '~/domain/notices/smtp-carrier.server'
import { noticeKinds, type NoticeKind, type Timing } from '~/domain/notices/kinds'
import { houseOf, type Viewer } from '~/domain/people/viewer'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { plantDemoBureau } from '../../drizzle/seed/plant-demo-bureau.server'
import { bureauIds } from '~/domain/log/verify-log.server'
import { MailServer } from '../support/mail-server'
import { as, businessNow, inHandling, openBureau, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'
import { onHouse } from '../support/demo-viewer'

const database = useTestDatabase()
const office = { sendsMail: true, origin: 'https://fuhan.example' }
const server = new MailServer()
let bureau: Bureau
let carriers: Carriers
let close: () => void
beforeAll(async () => {
  await server.comesUp()
  const smtp = smtpCarrier({ url: server.url, from: '复函 <fuhan@fuhan.example>' })
  carriers = { email: smtp.carry, sms: recordedOnly }
  close = smtp.close
  bureau = await openBureau()
}, 60_000)
afterAll(async () => {
  close()
  await server.goesDown()
})

const every = (timing: Timing) =>
  Object.fromEntries(noticeKinds.map((kind) => [kind, timing])) as Record<NoticeKind, Timing>

const wants = (viewer: Viewer, timing: Timing, wantsSms = false) =>
  setPreferences(viewer, { email: `${viewer.name}@fuhan.example`, wantsSms, timings: every(timing) })

const minutes = (n: number, from = businessNow) => new Date(from.getTime() + n * 60_000)
const carry = (now: Date) => deliverMessages(bureau.bureauId, now, carriers)
const mailsTo = (viewer: Viewer) =>
  server.received.filter((m) => m.to.includes(`${viewer.name}@fuhan.example`))

describe('mail', () => {
  it('goes at once to who wants it so, with a link, and not to who wants none', async () => {
    const { handler, division_head } = bureau.people
    await wants(handler, 'now')
    await wants(division_head, 'none')
    const proposalId = await inHandling(bureau)
    await deliverOutbox(bureau.bureauId, businessNow, office)
    await carry(businessNow)
    const [mail, another] = mailsTo(handler)
    expect(another).toBeUndefined()
    expect(mail?.subject).toMatch(
      /^【市科技局】轮到我办的：\d{4}-\d{4}（第\d+号提案）：处室已签收，由您承办。$/,
    )
    expect(mail?.text).toContain('https://fuhan.example/proposals/')
    expect(mailsTo(division_head)).toEqual([])
    expect(proposalId).toBeTruthy()
  })

  it('waits for 8:30 in one digest for who wants it so, also when that morning is missed', async () => {
    const { division_head } = bureau.people
    await wants(division_head, 'digest')
    await inHandling(bureau)
    await inHandling(bureau)
    // 10:00 in Shanghai on the 20th.
    await deliverOutbox(bureau.bureauId, businessNow, office)
    expect(await gatherDigests(bureau.bureauId, new Date('2026-03-21T00:29:59Z'), office)).toBe(0)
    const late = new Date('2026-03-21T03:00:00Z')
    expect(
      await Promise.all([
        gatherDigests(bureau.bureauId, late, office),
        gatherDigests(bureau.bureauId, late, office),
      ]),
    ).toContain(1)
    await gatherDigests(bureau.bureauId, minutes(1, late), office)
    await carry(minutes(1, late))
    const mails = mailsTo(division_head)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('【市科技局】建议提案办理汇总，2 条')
    expect(mails[0]?.text.match(/已分到您的处室/g)).toHaveLength(2)
  })

  it('is delivered once and whole after the server was down for an hour of business time', async () => {
    const { handler, coordinator } = bureau.people
    const before = mailsTo(handler).length
    const start = minutes(60 * 24 * 3)
    await server.goesDown()
    const proposals = [await inHandling(bureau), await inHandling(bureau), await inHandling(bureau)]
    for (const proposalId of proposals) await flagKey(as(coordinator), { proposalId }, { reason: '批示' })
    await deliverOutbox(bureau.bureauId, start, office)
    // The job of each minute of that hour, and two workers at once in the middle of it.
    for (let minute = 0; minute < 60; minute++) await carry(minutes(minute, start))
    await Promise.all([carry(minutes(60, start)), carry(minutes(60, start))])
    expect(mailsTo(handler)).toHaveLength(before)
    await server.comesUp()
    for (let minute = 61; minute < 80; minute++)
      await Promise.all([carry(minutes(minute, start)), carry(minutes(minute, start))])
    const mails = mailsTo(handler).slice(before)
    expect(mails).toHaveLength(6)
    expect(new Set(mails.map((m) => m.messageId)).size).toBe(6)
  }, 60_000)

  it('keeps its Message-ID when a worker died between sending and writing it down', async () => {
    const { handler } = bureau.people
    const before = mailsTo(handler).length
    const start = minutes(60 * 24 * 4)
    await inHandling(bureau)
    await deliverOutbox(bureau.bureauId, start, office)
    const dies: Carriers = {
      ...carriers,
      email: async (letter) => {
        await carriers.email?.(letter)
        throw new Error('killed')
      },
    }
    await deliverMessages(bureau.bureauId, start, dies)
    await carry(start)
    expect(mailsTo(handler).slice(before)).toHaveLength(1)
    await carry(minutes(20, start))
    const [first, again] = mailsTo(handler).slice(before)
    expect(again?.messageId).toBe(first?.messageId)
    await carry(minutes(60, start))
    expect(mailsTo(handler).slice(before)).toHaveLength(2)
  })

  it('is not tried again where the receiver is refused for good, and holds up nobody else', async () => {
    const { handler, division_head } = bureau.people
    await wants(division_head, 'now')
    server.refused.add(`${division_head.name}@fuhan.example`)
    const [heads, handlers] = [mailsTo(division_head).length, mailsTo(handler).length]
    const start = minutes(60 * 24 * 5)
    await inHandling(bureau)
    await deliverOutbox(bureau.bureauId, start, office)
    for (let minute = 0; minute < 40; minute += 5) await carry(minutes(minute, start))
    expect(mailsTo(handler)).toHaveLength(handlers + 1)
    expect(mailsTo(division_head)).toHaveLength(heads)
    const rows = await asViewer(houseOf(bureau.bureauId), (tx) =>
      tx.execute<{ attempts: number }>(sql`select attempts from message where refused_at is not null`),
    )
    expect([...rows]).toEqual([{ attempts: 1 }])
  })
})

describe('短信', () => {
  it('is recorded and goes nowhere until somebody writes a carrier', async () => {
    const { deputy, supervisor } = bureau.people
    await wants(deputy, 'now', true)
    await wants(supervisor, 'digest', true)
    await inHandling(bureau)
    const late = minutes(60 * 24 * 200)
    await chaseOpenWork(bureau.bureauId, late)
    await deliverOutbox(bureau.bureauId, late, office)
    await carry(late)
    const rows = await asViewer(houseOf(bureau.bureauId), (tx) =>
      tx.execute<{ outcome: string; address: string; user_id: string }>(
        sql`select outcome, address, user_id from message where channel = 'sms'`,
      ),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set([...rows].map((r) => `${r.outcome} ${r.address} ${r.user_id}`))).toEqual(
      new Set([`recorded 0000-1 ${deputy.userId}`]),
    )
  })
})

describe('every mail of a whole demo season', () => {
  it('names no delegate, no phone, no subject, no draft and no opinion', async () => {
    const before = await bureauIds()
    await plantDemoBureau({ now: businessNow, realNow: businessNow }, 'x')
    const demo = (await bureauIds()).find((id) => !before.includes(id)) ?? ''
    const people = await onHouse(database.superuserUrl(), async (db) => {
      await db`insert into notice_address (user_id, bureau_id, email, wants_sms)
        select id, bureau_id, login || '@fuhan.example', true from app_user where bureau_id = ${demo}`
      return await db<{ id: string }[]>`select id from app_user where bureau_id = ${demo}`
    })
    expect(people.length).toBeGreaterThan(10)
    for (let day = 0; day < 200; day += 12) await chaseOpenWork(demo, minutes(day * 24 * 60))
    await deliverOutbox(demo, businessNow, office)
    const count = server.received.length
    for (let i = 0; i < 20; i++) await deliverMessages(demo, minutes(i), carriers)
    const mails = server.received.slice(count)
    expect(mails.length).toBeGreaterThan(100)
    const secrets = await onHouse(database.superuserUrl(), async (db) => {
      const names = await db<{ word: string }[]>`select name as word from delegate where bureau_id = ${demo}
        union select phone from delegate_contact where bureau_id = ${demo} and phone <> ''
        union select address from delegate_contact where bureau_id = ${demo} and address <> ''
        union select phone from app_user where bureau_id = ${demo}
        union select subject from proposal where bureau_id = ${demo}
        union select left(text, 12) from opinion where bureau_id = ${demo} and length(text) >= 12
        union select left(text, 12) from ask where bureau_id = ${demo}
        union select left(summary, 12) from contact where bureau_id = ${demo}`
      return names.map((row) => row.word)
    })
    expect(secrets.length).toBeGreaterThan(40)
    const texts = await onHouse(
      database.superuserUrl(),
      (db) => db<{ words: string }[]>`select subject || text as words from message where bureau_id = ${demo}`,
    )
    const all = [...mails.map((m) => m.subject + m.text), ...texts.map((row) => row.words)]
    expect(secrets.filter((word) => all.some((text) => text.includes(word)))).toEqual([])
    // The search itself finds what is there: each mail names an item.
    expect(all.filter((text) => !/第\S+号(建议|提案)/.test(text))).toEqual([])
  }, 120_000)
})
