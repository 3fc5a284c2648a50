import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await closeBrowser(browser)
  await house.stop()
})

const as = (login: string) => Person.at(browser, house.address, { login, password: demoPassword })

const png = {
  name: '会办复函.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

it('five units answer by account, link and paper; one declines, one is coordinated, one is filed; then clearance', async () => {
  const handler = await as('chengban')
  await handler.visits('/proposals?q=0187')
  const item = await handler.page.locator('table a[href^="/proposals/2"]').first().getAttribute('href')
  const tab = `${item}/co-handling`
  const row = (unit: string) => handler.page.locator('table.co tr', { hasText: unit })
  const goes = async (unit: string, act: string) => {
    await handler.visits(tab)
    await handler.page.goto((await row(unit).getByRole('link', { name: act, exact: true, includeHidden: true }).getAttribute('href')) ?? '') // prettier-ignore
  }
  const linkFor = async (unit: string, person: string) => {
    await goes(unit, '会办链接')
    await handler.page.locator('[name="person"]').fill(person)
    await handler.presses('生成会办链接')
    return (await handler.page.locator('.receipt-address').innerText()).replace(/^https?:\/\/[^/]+/, '')
  }
  const enterPaper = async (unit: string, text: string) => {
    await goes(unit, '代录纸质意见')
    await handler.page.locator('[name="text"]').fill(text)
    await handler.page.locator('[name="docNo"]').fill('云函〔2026〕8号')
    await handler.page.locator('[name="scan"]').setInputFiles(png)
    await handler.presses('登记纸质意见')
    expect(await handler.sees('纸质意见已登记')).toBe(true)
  }

  // 市教委 was asked and adopted before; four more are asked on one form.
  await handler.visits(`${item}/requests/new`)
  await handler.page.locator('[name="question"]').fill('请就开放实验场馆提出意见')
  for (const unit of ['市财政局', '市发展改革委', '市农业农村局', '市知识产权局'])
    await handler.page.getByLabel(unit, { exact: true }).check()
  await handler.page.getByLabel('市农业农村局：单独的请会办的内容').fill('请说明农科院场馆情况')
  await handler.presses('送出会办')
  expect(await handler.sees('会办已送出')).toBe(true)
  expect(await handler.sees('会办 1/5')).toBe(true)

  const phone = await Person.at(browser, house.address, { phone: true })
  await phone.visits(await linkFor('市发展改革委', '方予安'))
  await phone.page.locator('#f-receiver').fill('方予安')
  await phone.presses('签收')
  expect(await phone.sees('方予安')).toBe(true)
  await phone.page.locator('[name="text"]').fill('同意纳入公共服务设施规划。')
  await phone.presses('提交意见')
  expect(await phone.sees('会办意见已经提交')).toBe(true)

  await phone.visits(await linkFor('市知识产权局', '苗远'))
  await phone.page.getByText('不属我单位职责？').click()
  await phone.page.locator('[name="reason"]').fill('不涉及知识产权')
  await phone.presses('不予会办')
  expect(await phone.sees('不予会办的理由已经提交')).toBe(true)
  expect(phone.complaints).toEqual([])

  const finance = await as('caizheng')
  await finance.visits('/asked')
  await finance.page.locator('tr', { hasText: '第0187号提案' }).getByRole('link').first().click()
  await finance.page.waitForURL(/asked\/./)
  await finance.page.locator('[name="text"]').fill('暂不具备资金条件。')
  await finance.presses('提交意见')
  await enterPaper('市农业农村局', '农科院三个场馆可以开放。')

  await handler.visits(tab)
  expect(await handler.sees('会办 1/5')).toBe(true)
  await row('市发展改革委').getByRole('button', { name: '采纳' }).click()
  await handler.page.waitForURL(/done=accept/)
  await handler.visits(`${item}/draft`)
  expect(await handler.sees('农科院三个场馆可以开放。')).toBe(true)
  await handler.page
    .locator('.beside li', { hasText: '市农业农村局' })
    .getByRole('button', { name: '采纳' })
    .click()
  await handler.page.waitForURL(/done=accept/)

  await goes('市财政局', '意见不一')
  await handler.page.locator('[name="reason"]').fill('市政府已定资金渠道')
  await handler.presses('意见不一')
  const coordinator = await as('zonghe')
  await coordinator.visits(tab)
  const coordination = coordinator.page.locator('table.co tr', { hasText: '市财政局' })
  await coordination.getByRole('link', { name: '登记协调' }).click()
  await coordinator.page.locator('[name="people"]').fill('市政府办公厅主持，两家参加')
  await coordinator.page.locator('[name="conclusion"]').fill('分两年安排')
  await coordinator.page.locator('[name="outcome"][value="agreed"]').check()
  await coordinator.presses('登记协调')
  expect(await coordinator.sees('分歧已了结')).toBe(true)

  // Nobody waits for 市知识产权局 any more; what it sends after all is filed.
  const waiving = coordinator.page.locator('table.co tr', { hasText: '市知识产权局' })
  await coordinator.page.goto((await waiving.getByRole('link', { name: '免会', includeHidden: true }).getAttribute('href')) ?? '') // prettier-ignore
  await coordinator.page.locator('[name="reason"]').fill('不涉及其职责')
  await coordinator.presses('免会')
  await enterPaper('市知识产权局', '补充：开放时请注意专利保护。')
  await handler.visits(tab)
  expect(await row('市知识产权局').innerText()).toContain('签发后收到')
  expect(await handler.sees('会办 5/5')).toBe(true)
  await handler.visits('/proposals?q=0187')
  expect(await handler.sees('5/5')).toBe(true)

  await handler.visits(`${item}/draft/submission`)
  await handler.presses('提交审核')
  expect(await handler.sees('已送审')).toBe(true)
  for (const person of [handler, finance, coordinator]) expect(person.complaints).toEqual([])
})
