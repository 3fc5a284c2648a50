import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { startTestHouse, type RunningHouse } from '../support/house'
import { documentText } from '../support/read-docx'
import { registers } from '../support/registering'

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

const as = (login: string, phone = false) =>
  Person.at(browser, house.address, { login, password: demoPassword, phone })

/** The register number of a demo proposal, found by its official number as anybody would. */
async function numberOf(person: Person, officialNo: string): Promise<string> {
  await person.visits(`/proposals?q=${officialNo}`)
  const href = await person.page.locator('table a[href^="/proposals/2"]').first().getAttribute('href')
  return href?.split('/')[2] ?? ''
}

describe('a proposal of the demo bureau', () => {
  it('goes from the registrar’s form to the archive, each step by the right person', async () => {
    const registrar = await as('dengji')
    const number = await registers(registrar, {
      track: '提案', meeting: '政协', officialNo: '0801', subject: '关于推广智能农机的提案', sponsor: '段长风',
      text: '丘陵地区农机作业率低。\n建议推广小型智能农机。', asks: '推广小型智能农机', assignedOn: new Date().toISOString().slice(0, 10),
    }) // prettier-ignore
    await registrar.visits(`/proposals/${number}/triage`)
    await registrar.presses('核对无误，转入研判')
    expect(await registrar.sees('已核对，转入研判')).toBe(true)

    const coordinator = await as('zonghe')
    await coordinator.visits('/desk')
    expect(await coordinator.sees('关于推广智能农机的提案')).toBe(true)
    await coordinator.visits(`/proposals/${number}/allocation`)
    await coordinator.page.locator('[name="handlingRole"][value="lead"]').check()
    await coordinator.page.locator('[name="divisionId"]').selectOption({ label: '成果转化处' })
    await coordinator.presses('分办')

    const head = await as('chuzhang')
    await head.visits(`/proposals/${number}/acceptance`)
    await head.page.locator('[name="handlerId"]').selectOption({ label: '沈知白' })
    await head.presses('签收')

    const handler = await as('chengban')
    await handler.visits(`/proposals/${number}/requests/new`)
    await handler.page.getByLabel('市教委', { exact: true }).check()
    await handler.page.locator('[name="question"]').fill('请就职业院校参与推广提出意见')
    await handler.presses('送出会办')
    expect(await handler.sees('会办已送出')).toBe(true)

    const unit = await as('jiaowei')
    await unit.visits('/asked')
    await unit.page
      .getByRole('link', { name: /智能农机/ })
      .first()
      .click()
    await unit.page.waitForLoadState('networkidle')
    await unit.page.locator('[name="text"]').fill('同意，职业院校可开设实训课程。')
    await unit.page.getByRole('button', { name: /提交/ }).first().click()
    await unit.page.waitForLoadState('networkidle')

    await handler.visits(`/proposals/${number}/co-handling`)
    await handler.presses('采纳')
    await handler.visits(`/proposals/${number}/contacts/new`)
    await handler.page.locator('[name="channel"]').selectOption({ label: '电话' })
    await handler.page.locator('[name="summary"]').fill('委员认可答复思路。')
    await handler.presses('登记沟通')

    await handler.visits(`/proposals/${number}/draft`)
    await handler.presses('开始拟稿')
    await handler.page.locator('[name="outcome"]').selectOption({ index: 2 })
    await handler.page.locator('[name="openness"]').selectOption({ index: 1 })
    const editor = handler.page.locator('.ProseMirror')
    await editor.waitFor()
    await editor.click()
    await handler.page.keyboard.press('Control+End')
    await handler.page.keyboard.press('Enter')
    await handler.page.keyboard.type('一、工作情况')
    await handler.page.keyboard.press('Enter')
    await handler.page.keyboard.type('已安排小型智能农机示范推广。')
    await handler.presses('保存')
    expect(await handler.sees('已保存第 2 稿')).toBe(true)
    await handler.presses('提交审核')
    expect(await handler.sees('已送审')).toBe(true)

    for (const login of ['chuzhang', 'hegao', 'baomi', 'gongkai', 'fenguan']) {
      const reviewer = await as(login)
      await reviewer.visits(`/approvals/${number}`)
      await reviewer.presses('同意')
      expect(await reviewer.sees('已同意，转下一步'), login).toBe(true)
      await reviewer.leaves()
    }

    const director = await as('juzhang', true)
    await director.visits(`/approvals/${number}`)
    expect(await director.sees('审签')).toBe(true)
    await director.follows('签发')
    await director.page.locator('[name="password"]').fill(demoPassword)
    await director.page.getByRole('button', { name: '确认签发' }).dblclick()
    await director.page.waitForURL(/done=signed/)
    expect(await director.sees('已签发，等编号印发')).toBe(true)

    const clerk = await as('yongyin')
    await clerk.visits(`/proposals/${number}/issue`)
    await clerk.presses('编号并印发')
    expect(await clerk.sees('复函已印发，云科局函〔')).toBe(true)
    const docx = await clerk.downloads(() =>
      clerk.page.getByRole('link', { name: '下载 Word' }).first().click(),
    )
    expect(documentText(new Uint8Array(docx)).join('')).toContain('已安排小型智能农机示范推广。')
    await clerk.page.getByRole('link', { name: '生成回执链接' }).first().click()
    await clerk.page.waitForLoadState('networkidle')
    await clerk.presses('生成回执链接')
    const link = new URL((await clerk.page.locator('.receipt-address').innerText()).trim())

    const delegate = await Person.at(browser, house.address, { phone: true })
    await delegate.visits(link.pathname)
    expect(await delegate.page.locator('script').count()).toBe(0)
    expect(await delegate.sees('智能农机')).toBe(true)
    for (const name of ['attitude', 'result'])
      await delegate.page.locator(`[name="${name}"][value="satisfied"]`).check({ force: true })
    await delegate.presses('提交回执')
    expect(await delegate.sees('满意')).toBe(true)
    expect(await delegate.visits(link.pathname)).toBe(200)
    expect(await delegate.page.getByRole('button', { name: '提交回执' }).count()).toBe(0)

    await handler.visits(`/proposals/${number}/publication/proposal`)
    await handler.page.locator('[name="mode"][value="full"]').check()
    await handler.presses('拟公开意见')
    const openness = await as('gongkai')
    await openness.visits(`/proposals/${number}/publication/review`)
    await openness.presses('审定公开意见')
    await head.visits(`/proposals/${number}/commitments/confirmation`)
    await head.presses('确认')
    await coordinator.visits(`/proposals/${number}/closing`)
    await coordinator.presses('办结')
    expect(await coordinator.sees('已办结，可以归档')).toBe(true)
    await registrar.visits(`/proposals/${number}/archiving`)
    await registrar.presses('归档')
    expect(await registrar.sees('归档包校验通过')).toBe(true)
    expect(await registrar.sees('签发，成文日期')).toBe(true)
    for (const person of [registrar, coordinator, head, handler, unit, director, clerk, delegate])
      expect(person.complaints).toEqual([])
  })
})

describe('the director’s phone', () => {
  it('signs in three taps from the desk, with large targets and no sideways scroll, also at 200 %', async () => {
    const director = await as('juzhang', true)
    const { page } = director
    await director.visits('/desk')
    await page.getByRole('link', { name: '签发', exact: true }).first().tap()
    await page.waitForURL(/\/approvals\//)
    await page.waitForLoadState('networkidle')
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(390)
    await page.setViewportSize({ width: 195, height: 422 })
    expect(await width()).toBe(195)
    await page.setViewportSize({ width: 390, height: 844 })
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.actbar a, .actbar button, .abar a')]
        .map((e) => Math.round(e.getBoundingClientRect().height))
        .filter((h) => h > 0 && h < 44),
    )
    expect(small).toEqual([])
    await page.locator('.actbar').getByRole('link', { name: '签发', exact: true }).tap()
    await page.locator('[name="password"]').fill(demoPassword)
    await page.getByRole('button', { name: '确认签发' }).tap()
    await page.waitForURL(/done=signed/)
    expect(director.complaints).toEqual([])
  })

  it('keeps a refused signature where it was: a wrong password says so and signs nothing', async () => {
    const clerk = await as('zonghe')
    const number = await numberOf(clerk, '0176')
    const director = await as('juzhang', true)
    await director.visits(`/approvals/${number}`)
    expect(await director.page.getByRole('button', { name: '签发', exact: true }).isDisabled()).toBe(true)
    expect(await director.sees('步没有审完')).toBe(true)
  })
})

describe('what each may see', () => {
  it('another division’s proposal by its URL looks absent', async () => {
    const number = await numberOf(await as('zonghe'), '0217')
    const stranger = await as('shefa')
    expect(await stranger.visits(`/proposals/${number}`)).toBe(404)
    expect(await stranger.visits('/proposals/1999-0001')).toBe(404)
    expect(await stranger.visits(`/proposals/${number}/draft`)).toBe(404)
  })

  it('a unit finds neither the draft nor the proposal’s own page', async () => {
    const number = await numberOf(await as('zonghe'), '0217')
    const unit = await as('jiaowei')
    expect(await unit.visits(`/proposals/${number}/draft`)).toBe(404)
    expect(await unit.visits(`/approvals/${number}`)).toBe(404)
  })
})
