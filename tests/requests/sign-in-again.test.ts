import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { Client } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  await closeBrowser(browser)
  await house.stop()
})

const endEverySession = () => onHouse(house.superuserUrl, (sql) => sql`delete from session`)

describe('a form sent after the session ended', () => {
  it('is 401, says that nothing was done, and shows a stranger nothing of what it carried', async () => {
    const stranger = new Client(house.address)
    const answer = await stranger.post('/proposals/2026-0001/contacts/new', {
      key: 'k'.repeat(36),
      summary: '写了很久的内容',
    })
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('已经退出登录，这次没有办理')
    expect(answer.text).not.toContain('写了很久的内容')
    expect(answer.text).not.toContain('建议')
  })

  it('sent again after signing in at another window carries all that was typed, and acts once', async () => {
    const handler = await writing('写了很久的内容')
    await endEverySession()
    expect(await handler.page.locator('script').count()).toBeGreaterThan(0)
    await handler.presses('登记沟通')
    // Where the router has started, the browser has forgotten that the page answered a form.
    expect(await handler.page.locator('script').count()).toBe(0)
    expect(await handler.sees('您填写的内容还在')).toBe(true)
    const [second] = await Promise.all([
      handler.page.context().waitForEvent('page'),
      handler.page.getByRole('link', { name: '在新窗口登录' }).click(),
    ])
    await second.getByLabel('登录名').fill('chengban')
    await second.getByLabel('密码', { exact: false }).first().fill(demoPassword)
    await second.getByRole('button', { name: '登录', exact: true }).click()
    await second.waitForURL((url) => url.pathname !== '/login')
    await handler.page.reload({ waitUntil: 'networkidle' })
    expect(await handler.sees('写了很久的内容')).toBe(true)
    expect(await contactsSaying('写了很久的内容')).toBe(1)
  })
})

/** The handler at a contact he has written down and not yet sent. */
async function writing(summary: string): Promise<Person> {
  const handler = await Person.at(browser, house.address, { login: 'chengban', password: demoPassword })
  const [row] = await onHouse(
    house.superuserUrl,
    (sql) => sql`select register_no as no from proposal where official_no = '0231'`,
  )
  await handler.visits(`/proposals/${String(row?.['no'])}/contacts/new`)
  await handler.page.locator('[name="summary"]').fill(summary)
  await handler.page.locator('[name="channel"]').selectOption('phone')
  await handler.page.locator('[name="phase"][value="during"]').check()
  return handler
}

const contactsSaying = (summary: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql`select count(*)::int as n from contact where summary = ${summary}`
    return row?.['n'] as number
  })

describe('while the database is away', () => {
  it('every page is 503 and says when to come back', async () => {
    const person = await new Client(house.address).signIn('dengji', demoPassword)
    // The pool’s connections end, and new ones are cut off as soon as they come.
    const answers = await cutOff(async () => [await person.get('/desk'), await person.get('/proposals')])
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('2')
    }
  })
})

describe('a form sent while the database is away', () => {
  it('is sent again by “refresh”, under the same key, and acts once', async () => {
    const handler = await writing('库断开时写的内容')
    await cutOff(() => handler.presses('登记沟通'))
    expect(await handler.sees('同一张表单不会办两次')).toBe(true)
    const keys: (string | null)[] = []
    handler.page.on('request', (sent) => {
      if (sent.method() === 'POST') keys.push(new URLSearchParams(sent.postData() ?? '').get('key'))
    })
    await handler.page.reload({ waitUntil: 'networkidle' })
    expect(keys).toHaveLength(1)
    expect(await handler.sees('库断开时写的内容')).toBe(true)
    expect(await contactsSaying('库断开时写的内容')).toBe(1)
  })
})

/** Ends every connection of the house again and again while `look` looks; it begins once the first are gone. */
async function cutOff<R>(look: () => Promise<R>): Promise<R> {
  let isCutting = true
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const cutting = onHouse(house.superuserUrl, async (sql) => {
    while (isCutting) {
      // In the server itself, or a busy machine would let a page through between two cuts.
      await sql.unsafe(`do $$ begin
        for i in 1..60 loop
          perform pg_stat_clear_snapshot();
          perform pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
          perform pg_sleep(0.001);
        end loop;
      end $$`)
      begin()
    }
  })
  await begun
  try {
    return await look()
  } finally {
    isCutting = false
    await cutting
  }
}
