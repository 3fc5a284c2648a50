import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
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

describe('a supervisor', () => {
  it('sees what is late, opens the list behind the figure, finds who owes, and takes it away as a table', async () => {
    const supervisor = await as('duban')
    const { page } = supervisor
    await supervisor.follows('督办')
    const figure = page.getByRole('link', { name: /^合计，逾期 \d+ 件$/ })
    const late = Number(await figure.innerText())
    await figure.click()
    await page.waitForURL(/due=late/)
    expect(await page.locator('#list tbody tr').count()).toBe(late)
    expect(await page.locator('#list .due-late').count()).toBeGreaterThanOrEqual(late)

    await page.getByRole('link', { name: '清除', exact: true }).click()
    await page.waitForURL((url) => url.search === '')
    await page.locator('[name="unit"]').selectOption({ label: '市人力社保局' })
    await supervisor.presses('筛选')
    expect(page.url()).toMatch(/unit=/)
    expect(await page.locator('#list tbody tr').count()).toBe(1)
    const file = await supervisor.downloads(() => page.getByRole('link', { name: '导出表格' }).click())
    const strings = strFromU8(unzipSync(file)['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(strings).toContain('关于支持中小企业共享大型科研仪器的建议')
    expect(strings).not.toContain('关于在乡镇中心校设立科普活动室的建议')

    await supervisor.follows('看会办')
    expect(page.url()).toMatch(/\/co-handling$/)
    expect(supervisor.complaints).toEqual([])

    // The coordinator reads the same list, and may urge.
    const coordinator = await as('zonghe')
    await coordinator.visits(page.url().replace(/\/proposals.*/, '/supervision'))
    await coordinator.follows('催会办')
    await coordinator.presses('催办')
    expect(await coordinator.sees('已催办，记入日志')).toBe(true)
  })
})

describe('a division', () => {
  it('hands its next proposal to whom has the least to do, without scripts', async () => {
    const context = await browser.newContext({ baseURL: house.address, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/login')
    await page.getByLabel('登录名').fill('chuzhang')
    await page.getByLabel('密码', { exact: false }).first().fill(demoPassword)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.goto('/desk')
    await page.getByRole('link', { name: '看处室待领' }).click()
    const chosen = await page.getByLabel('承办人').locator('option:checked').innerText()
    expect(chosen).toBe('叶蓁（在办 0 件，最少）')
    await page.getByRole('button', { name: '签收并交给承办人' }).click()
    expect(await page.locator('body').innerText()).toContain('已签收并交给承办人')
    await page.goto('/queue')
    expect(await page.getByRole('button', { name: '签收并交给承办人' }).count()).toBe(0)
    await context.close()
  })
})
