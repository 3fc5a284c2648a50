import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf, type Answer } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
}, 120_000)
afterAll(() => house.stop())

const as = (login: string) => new Client(house.address).signIn(login, demoPassword)

const looksUp = <R>(ask: Parameters<typeof onHouse<R>>[1]) => onHouse(house.superuserUrl, ask)

const numberOf = (officialNo: string) =>
  looksUp(async (sql) => {
    const [row] = await sql<{ no: string }[]>`
      select register_no as no from proposal where official_no = ${officialNo}`
    return row?.no ?? ''
  })

const eventsOf = (number: string, kind: string) =>
  looksUp(async (sql) => {
    const rows = await sql`
      select 1 from event e join proposal p on p.id = e.proposal_id
      where p.register_no = ${number} and e.kind = ${kind}`
    return rows.length
  })

/** A page's words without its mark-up and its data. */
const words = ({ text }: Answer) =>
  text
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const titleOf = ({ text }: Answer) => /<title>([^<]*)/.exec(text)?.[1]

/** What a letter's form carries unseen: the step, the text's hash and what the page showed. */
function decisionOf({ text }: Answer) {
  const names = ['key', 'stepId', 'hash', 'version', 'shownState']
  return Object.fromEntries(names.map((name) => [name, fieldOf(text, name)]))
}

describe('the writing desk', () => {
  it('answers the loser of a race with both texts, and saves his on the next press', async () => {
    const number = await numberOf('0187')
    const handler = await as('chengban')
    const path = `/proposals/${number}/draft`
    const shown = {
      title: '标题',
      salutation: '段长风委员：',
      hasNoCc: 'yes',
      basedOn: fieldOf((await handler.get(path)).text, 'basedOn'),
    }
    const first = { ...shown, key: 'race-first', text: '先存的正文。' }
    expect((await handler.post(path, first)).status).toBe(303)
    const late = await handler.post(path, {
      ...shown,
      key: 'race-late',
      title: '后来的标题',
      text: '后写的正文。',
    })
    expect(late.status).toBe(409)
    for (const text of ['先存的正文。', '后写的正文。']) expect(words(late)).toContain(text)
    expect(late.text).toContain('后来的标题')
    const again = {
      ...shown,
      key: fieldOf(late.text, 'key'),
      basedOn: fieldOf(late.text, 'basedOn'),
      text: '后写的正文。',
    }
    expect((await handler.post(path, again)).status).toBe(303)
    expect(words(await handler.get(path))).toContain('后写的正文。')
  })

  it('gives back the words of a document it refuses', async () => {
    const number = await numberOf('0187')
    const handler = await as('chengban')
    const path = `/proposals/${number}/draft`
    const content = JSON.stringify({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '写了一个上午', marks: [{ type: 'bold' }] }] },
      ],
    })
    const basedOn = fieldOf((await handler.get(path)).text, 'basedOn')
    const refused = await handler.post(path, { key: 'refused-doc', basedOn, title: '标题', content })
    expect(refused.status).toBe(400)
    expect(words(refused)).toContain('写了一个上午')
  })

  it('is closed but readable while the letter is in clearance', async () => {
    const page = await (await as('chengban')).get(`/proposals/${await numberOf('0176')}/draft`)
    expect(page.text).toMatch(/<fieldset[^>]*disabled/)
    expect(page.text).toMatch(/<textarea[^>]*name="text"[^>]*readOnly/i)
    expect(page.text).not.toContain('>保存</button>')
  })

  it('says why it may not be begun by another, on a page of its own', async () => {
    const number = await numberOf('0231')
    const refused = await (
      await as('chengban2')
    ).post(`/proposals/${number}/draft/start`, { key: 'not-mine-to-start' })
    expect(refused.status).toBe(403)
    expect(words(refused)).toContain('这一步不由您办理')
    expect(titleOf(refused)).toContain('开始拟稿 第0231号')
    expect(await eventsOf(number, 'start_reply')).toBe(0)
  })

  it('begins again after a draft was given up', async () => {
    const number = await numberOf('0231')
    const handler = await as('chengban')
    const path = `/proposals/${number}/draft`
    expect((await handler.post(`${path}/start`, { key: 'started-once' })).headers.get('location')).toBe(path)
    const form = await handler.get(`${path}/abandonment`)
    const given = {
      key: fieldOf(form.text, 'key'),
      version: fieldOf(form.text, 'version'),
      reason: '换个写法',
    }
    expect((await handler.post(`${path}/abandonment`, given)).status).toBe(303)
    const page = await handler.get(path)
    expect(words(page)).toContain('前一稿已作废，可以重新拟稿')
    expect((await handler.post(`${path}/start`, { key: 'started-anew' })).status).toBe(303)
    expect(words(await handler.get(path))).toContain('拟稿中')
    expect(await eventsOf(number, 'start_reply')).toBe(2)
  })
})

describe('a reviewer', () => {
  it('drops no half of a remark unsaid, and returns once both are there', async () => {
    const number = await numberOf('0176')
    const reviewer = await as('hegao')
    const path = `/approvals/${number}/return`
    const shown = { ...decisionOf(await reviewer.get(path)), reason: '请再核对' }
    const post = (key: string, quote: string[], remark: string[]) =>
      reviewer.post(path, { ...shown, key, quote, remark })
    const none = await post('return-none', ['', '', ''], ['', '', ''])
    expect(none.status).toBe(400)
    expect(none.text).toContain('href="#f-remarks"')
    expect(none.text).toContain('id="f-remarks"')
    const noWish = await post('return-no-wish', ['一、有关工作情况', '', ''], ['', '', ''])
    expect(noWish.status).toBe(400)
    expect(words(noWish)).toContain('请写明这一处怎么改')
    const noPlace = await post('return-no-place', ['一、有关工作情况', '', ''], ['写具体', '数字不对', ''])
    expect(noPlace.status).toBe(400)
    expect(words(noPlace)).toContain('请摘出复函里要改的那句话')
    expect(words(noPlace)).toContain('数字不对')
    const elsewhere = await post('return-elsewhere', ['复函里没有这句', '', ''], ['写具体', '', ''])
    expect(elsewhere.status).toBe(400)
    expect(await eventsOf(number, 'return_for_amendment')).toBe(0)
    expect((await post('return-good', ['一、有关工作情况', '', ''], ['写具体', '', ''])).status).toBe(303)
    expect(await eventsOf(number, 'return_for_amendment')).toBe(1)
  })

  it('who decides on a page that was overtaken is told who decided', async () => {
    const number = await numberOf('0176')
    const handler = await as('chengban')
    const draft = await handler.get(`/proposals/${number}/draft`)
    const [, submission = ''] = draft.text.split('/draft/submission"')
    const sent = { key: fieldOf(submission, 'key'), version: fieldOf(submission, 'version') }
    expect((await handler.post(`/proposals/${number}/draft/submission`, sent)).status).toBe(303)
    const head = await as('chuzhang')
    const form = decisionOf(await head.get(`/approvals/${number}`))
    const approves = (key: string) => head.post(`/approvals/${number}/approval`, { ...form, key })
    expect((await approves('approved-once')).status).toBe(303)
    const late = await approves('approved-late')
    expect(late.status).toBe(409)
    expect(words(late)).toContain('陆怀远：')
    expect(titleOf(late)).toContain('第0176号')
  })

  it('may take the unsigned letter along; a unit may not', async () => {
    const path = `/approvals/${await numberOf('0176')}/preview.docx`
    const letter = await (await as('fenguan')).get(path)
    expect(letter.status).toBe(200)
    expect(letter.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await (await as('jiaowei')).get(path)).status).toBe(404)
  })
})

describe('the seal clerk', () => {
  it('issues once, gets a receipt sheet that no cache keeps, and an older link ends', async () => {
    const number = await numberOf('0159')
    const clerk = await as('yongyin')
    const path = `/proposals/${number}/issue`
    const page = await clerk.get(path)
    const given = { key: fieldOf(page.text, 'key'), version: fieldOf(page.text, 'version'), isSealed: 'yes' }
    const [one, two] = await Promise.all([clerk.post(path, given), clerk.post(path, given)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(await eventsOf(number, 'issue')).toBe(1)
    const link =
      /href="(\/proposals\/[^"]+\/receipts\/[^"]+\/link)"/.exec((await clerk.get(path)).text)?.[1] ?? ''
    const makes = async () => {
      const form = await clerk.get(link)
      return await clerk.post(link, { key: fieldOf(form.text, 'key'), token: fieldOf(form.text, 'token') })
    }
    const sheet = await makes()
    expect(sheet.status).toBe(200)
    expect(sheet.headers.get('cache-control')).toContain('no-store')
    expect(sheet.text).toContain('data:image/svg+xml')
    expect(sheet.text.match(/<h1/g)).toHaveLength(1)
    const address = /class="receipt-address">([^<]+)/.exec(sheet.text)?.[1] ?? ''
    const delegate = new Client(house.address)
    expect((await delegate.get(new URL(address).pathname)).status).toBe(200)
    await makes()
    expect((await delegate.get(new URL(address).pathname)).status).toBe(404)
  })
})

describe('every page of an act', () => {
  it.each([
    ['chengban', '0187', '/proposals/N/draft', '拟稿'],
    ['chengban', '0187', '/proposals/N/draft/submission', '提交审核'],
    ['chengban', '0176', '/proposals/N/draft/withdrawal', '撤回送审'],
    ['chengban', '0187', '/proposals/N/draft/abandonment', '作废稿'],
    ['juzhang', '0163', '/approvals/N', '审签'],
    ['juzhang', '0163', '/approvals/N/return', '退回修改'],
    ['juzhang', '0163', '/approvals/N/signature', '签发'],
    ['juzhang', '0163', '/approvals/N/recall', '撤回签发'],
    ['yongyin', '0159', '/proposals/N/issue', '编号印发'],
  ])('names itself and its proposal, under one heading: %s %s %s', async (login, officialNo, path, act) => {
    const page = await (await as(login)).get(path.replace('N', await numberOf(officialNo)))
    expect(page.status).toBe(200)
    expect(titleOf(page)).toMatch(new RegExp(`^${act} 第${officialNo}号`))
    expect(page.text.match(/<h1/g)).toHaveLength(1)
  })
})

describe('the signature', () => {
  it('takes the password once more: a wrong one is 400 at its field, the fifth closes the door, nothing is signed', async () => {
    const number = await numberOf('0163')
    const director = await as('juzhang')
    const path = `/approvals/${number}/signature`
    const page = await director.get(path)
    expect(page.text).toMatch(/<dialog[^>]* open/)
    const form = decisionOf(page)
    for (let i = 1; i <= 5; i++) {
      const wrong = await director.post(path, { ...form, key: `wrong-password-${i}`, password: 'not-this' })
      expect(wrong.status).toBe(400)
      expect(wrong.text).toContain('id="f-password-error"')
      expect(wrong.text).not.toContain('not-this')
    }
    const locked = await director.post(path, { ...form, key: 'right-but-late', password: demoPassword })
    expect(locked.status).toBe(400)
    expect(words(locked)).toContain('15 分钟后再试')
    expect(await eventsOf(number, 'sign')).toBe(0)
  })
})
