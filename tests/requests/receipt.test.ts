import { randomBytes, createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { hashOfToken, makeReceiptLink } from '~/domain/receipt/receipt-link.server'
import { Client, fieldOf } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { as, openBureau, receiptsOf, signed, type Bureau } from '../support/story'

let house: RunningHouse
let bureau: Bureau

beforeAll(async () => {
  house = await startTestHouse()
  openDatabase(house.ownerUrl)
  bureau = await openBureau()
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const anybody = () => new Client(house.address)

/** A letter issued and a personal link to its receipt, as on paper. */
async function linked() {
  const work = await signed(bureau)
  const { letters } = await issueLetter(as(bureau.people.seal_clerk), work, { isSealed: true })
  const [row] = await receiptsOf(bureau.people.seal_clerk, work.proposalId)
  const token = await newLink(work.proposalId, row?.id ?? '')
  return { ...work, token, receiptId: row?.id ?? '', docNo: letters[0]?.docNo ?? '' }
}

async function newLink(proposalId: string, receiptId: string) {
  const token = randomBytes(24).toString('base64url')
  const command = as(bureau.people.seal_clerk, { realNow: new Date() })
  await makeReceiptLink(command, { proposalId }, { receiptId, tokenHash: hashOfToken(token) })
  return token
}

const returnsOf = (proposalId: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const rows = await sql`select 1 from event where proposal_id = ${proposalId} and kind = 'return_receipt'`
    return rows.length
  })

const satisfied = { attitude: 'satisfied', result: 'basically', reason: '' }

async function keyOf(token: string) {
  const { text } = await anybody().get(`/r/${token}`)
  return fieldOf(text, 'key')
}

describe('a receipt link', () => {
  it('opens the letter and the form as often as one likes, and consumes nothing', async () => {
    const { token, docNo, proposalId } = await linked()
    for (let i = 0; i < 3; i++) {
      const { status, text } = await anybody().get(`/r/${token}`)
      expect(status).toBe(200)
      expect(text).toContain(docNo)
      expect(text).toContain('提交回执')
    }
    expect(await returnsOf(proposalId)).toBe(0)
  })

  it('sends no script, and preselects no rating', async () => {
    const { token } = await linked()
    const { text } = await anybody().get(`/r/${token}`)
    expect(text).not.toContain('<script')
    expect(text).not.toMatch(/<link[^>]+modulepreload/)
    expect(text.match(/type="radio"/g)).toHaveLength(6)
    expect(text).not.toContain('checked')
  })

  it('says thanks with what was answered, once the receipt is in', async () => {
    const { token, proposalId } = await linked()
    const client = anybody()
    const given = { ...satisfied, key: await keyOf(token), reason: '请尽快公布名单' }
    expect((await client.post(`/r/${token}`, given)).status).toBe(303)
    const { status, text } = await client.get(`/r/${token}`)
    expect(status).toBe(200)
    expect(text).toContain('谢谢您')
    expect(text).toContain('基本满意')
    expect(text).toContain('请尽快公布名单')
    expect(text).not.toContain('type="radio"')
    expect(await returnsOf(proposalId)).toBe(1)
  })

  it('pressed twice is one receipt', async () => {
    const { token, proposalId } = await linked()
    const given = { ...satisfied, key: await keyOf(token) }
    const [one, two] = await Promise.all([
      anybody().post(`/r/${token}`, given),
      anybody().post(`/r/${token}`, given),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(await returnsOf(proposalId)).toBe(1)
  })

  it('posted again with another answer keeps the first and shows what was typed', async () => {
    const { token, proposalId } = await linked()
    const key = await keyOf(token)
    await anybody().post(`/r/${token}`, { ...satisfied, key })
    const changed = { attitude: 'dissatisfied', result: 'dissatisfied', reason: '改主意了' }
    const again = await anybody().post(`/r/${token}`, { ...changed, key })
    expect(again.status).toBe(409)
    expect(again.text).toContain('这次的没有采用')
    expect(again.text).toContain('改主意了')
    const fresh = await anybody().post(`/r/${token}`, { ...changed, key: `${key}-2` })
    expect(fresh.status).toBe(403)
    expect(fresh.text).toContain('改主意了')
    expect(await returnsOf(proposalId)).toBe(1)
  })

  it('asks for the reason of a dissatisfied one, keeps the choice, and stays open', async () => {
    const { token, proposalId } = await linked()
    const given = { attitude: 'satisfied', result: 'dissatisfied', reason: ' ', key: await keyOf(token) }
    const refused = await anybody().post(`/r/${token}`, given)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('请写明具体意见')
    expect(refused.text.match(/checked/g)).toHaveLength(2)
    const corrected = { ...given, reason: '没有说完成时间', key: fieldOf(refused.text, 'key') }
    expect((await anybody().post(`/r/${token}`, corrected)).status).toBe(303)
    expect(await returnsOf(proposalId)).toBe(1)
  })

  it('takes no receipt without both ratings, and none with hidden characters', async () => {
    const { token, proposalId } = await linked()
    const key = await keyOf(token)
    const empty = await anybody().post(`/r/${token}`, { key })
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('请对办理态度作出评价')
    expect(empty.text).toContain('请对办理结果作出评价')
    const hidden = await anybody().post(`/r/${token}`, { ...satisfied, key, reason: 'a\u202Eb' })
    expect(hidden.status).toBe(400)
    expect(await returnsOf(proposalId)).toBe(0)
  })

  it('unknown, replaced or expired is one and the same page, for reading, answering and downloading', async () => {
    const replaced = await linked()
    await newLink(replaced.proposalId, replaced.receiptId)
    const expired = await linked()
    const hash = hashOfToken(expired.token)
    await onHouse(
      house.superuserUrl,
      (sql) =>
        sql`update receipt_link set expires_at = now() - interval '1 second' where token_hash = ${hash}`,
    )
    const [unknown, ...others] = await Promise.all(
      ['nobody-made-this', replaced.token, expired.token].map((token) => anybody().get(`/r/${token}`)),
    )
    expect(unknown?.status).toBe(404)
    expect(unknown?.text).toContain('联系人')
    expect(unknown?.text).not.toContain('<script')
    for (const other of others) expect({ ...other, headers: null }).toEqual({ ...unknown, headers: null })
    for (const { token } of [replaced, expired]) {
      expect((await anybody().get(`/r/${token}/letter`)).status).toBe(404)
      expect((await anybody().post(`/r/${token}`, { ...satisfied, key: 'a-key-of-mine' })).status).toBe(404)
    }
    expect(await returnsOf(expired.proposalId)).toBe(0)
  })

  it('gives the exact bytes of its letter, under the letter’s number', async () => {
    const { token, docNo, proposalId } = await linked()
    const { status, headers, bytes } = await anybody().get(`/r/${token}/letter`)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${docNo.replaceAll(/[^ -~]/g, '_')}.docx"; filename*=UTF-8''${encodeURIComponent(docNo)}.docx`,
    )
    const stored = await onHouse(house.superuserUrl, async (sql) => {
      const [row] = await sql<
        { sha256: string }[]
      >`select sha256 from letter where proposal_id = ${proposalId}`
      return row?.sha256
    })
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored)
  })
})
