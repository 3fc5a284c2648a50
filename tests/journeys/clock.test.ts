import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { startTestHouse, type RunningHouse } from '../support/house'
import { registers } from '../support/registering'

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  house = await startTestHouse({ demo: true, testClock: '2026-04-21T02:00:00Z' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await closeBrowser(browser)
  await house.stop()
})

const as = (login: string) => Person.at(browser, house.address, { login, password: demoPassword })

it('the coordinator extends, pauses, resumes and corrects, and the page shows each day', async () => {
  const registrar = await as('dengji')
  const number = await registers(registrar, {
    track: '提案', meeting: '政协', officialNo: '0802', subject: '关于共建中试平台的提案', sponsor: '段长风',
    text: '中试环节缺失。', asks: '共建中试平台', assignedOn: '2026-03-03',
  }) // prettier-ignore
  await registrar.visits(`/proposals/${number}/triage`)
  await registrar.presses('核对无误，转入研判')

  const coordinator = await as('zonghe')
  const { page } = coordinator
  const replyClock = () => page.locator('.clock', { hasText: '答复' }).first().innerText()
  await coordinator.visits(`/proposals/${number}/allocation`)
  await page.locator('[name="handlingRole"][value="sole"]').check()
  await page.locator('[name="divisionId"]').selectOption({ label: '成果转化处' })
  await coordinator.presses('分办')
  expect(await replyClock()).toContain('06-03')

  await coordinator.follows('延期')
  await page.locator('[name="amount"]').fill('1')
  await page.locator('[name="approvalDocument"]').fill('云政办函〔2026〕3号')
  await page.locator('[name="reason"]').fill('需多方论证')
  await coordinator.presses('延期')
  expect(await replyClock()).toMatch(/07-03[^]*含延期 1 个月/)

  await coordinator.follows('撤销延期')
  await page.locator('[name="reason"]').fill('批准文件作废')
  await coordinator.presses('撤销延期')
  expect(await replyClock()).toContain('06-03')

  await coordinator.follows('暂停计时')
  await page.locator('[name="pausedOn"]').fill('2026-04-10')
  await page.locator('[name="reason"]').fill('等上级政策')
  await coordinator.presses('暂停计时')
  expect(await replyClock()).toMatch(/暂停中 自 04-10[^]*暂停时剩 54 天，期间不计/)

  await coordinator.follows('恢复计时')
  expect(await coordinator.sees('等上级政策')).toBe(true)
  await page.locator('[name="reason"]').fill('政策已出台')
  await coordinator.presses('恢复计时')
  // Eleven days, 04-10 to 04-20: 06-03 becomes 06-14, a Sunday, and rolls to Monday.
  expect(await replyClock()).toContain('06-15')

  await coordinator.follows('更正日期')
  await page.getByLabel(/交办日期/).check()
  await page.locator('[name="day"]').fill('2026-03-02')
  await page.locator('[name="reason"]').fill('交办单写的是2日')
  await coordinator.presses('看期限怎样变')
  expect(await coordinator.sees('2026-06-15 → 2026-06-15')).toBe(false)
  expect(await coordinator.sees('交办 3-2 → +3 个月 = 06-02 → 暂停 4-10…4-20 计 11 天 = 06-13')).toBe(true)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter((v) => v.impact === 'critical' || v.impact === 'serious')).toEqual([])
  await coordinator.presses('确认更正')
  expect(await coordinator.sees('日期已更正')).toBe(true)
  expect(await replyClock()).toContain('06-15')

  await coordinator.visits(`/proposals/${number}/log`)
  expect(await coordinator.sees('更正交办日期：2026-03-03 → 2026-03-02')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await coordinator.visits(`/proposals/${number}`)
  expect(await replyClock()).toContain('交办 3-2 → +3 个月 = 06-02')
  expect(coordinator.complaints).toEqual([])
})
