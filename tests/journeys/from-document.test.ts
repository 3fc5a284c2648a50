import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFieldsOf } from '~/domain/intake/documents/read-fields'
import { readText } from '~/domain/intake/documents/read-text.server'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { startTestHouse, type RunningHouse } from '../support/house'
import { docxOf, pageOf, proposalDocuments } from '../support/proposal-documents'

let house: RunningHouse
let browser: Browser
let folder: string
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  browser = await launchBrowser()
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-papers-'))
})
afterAll(async () => {
  await closeBrowser(browser)
  await house.stop()
  await rm(folder, { recursive: true, force: true })
})

const sheet = proposalDocuments['a cover table, label and value side by side']!

describe('a registrar with a document', () => {
  it('uploads it, compares, registers, confirms the rest and passes it to triage; the original comes back whole', async () => {
    const bytes = await docxOf([...sheet.blocks, '（原件）'])
    const file = path.join(folder, '9217 提案.docx')
    await writeFile(file, bytes)
    const registrar = await Person.at(browser, house.address, { login: 'dengji', password: demoPassword })
    const { page } = registrar
    await registrar.visits('/proposals')
    await registrar.follows('由原件登记')
    await page.getByLabel('原件', { exact: true }).setInputFiles(file)
    await registrar.presses('读取原件')
    await page.waitForURL(/from-document\/[\da-f-]{36}/)
    expect(await page.getByLabel('案由', { exact: true }).inputValue()).toBe(sheet.expected.subject)
    expect(await page.locator('mark.place').first().isVisible()).toBe(true)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id),
    ).toEqual([])
    for (const width of [1280, 390, 195]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.setViewportSize({ width: 1280, height: 900 })

    // The demo has a 0217 already; a corrected number is a field the registrar stands for.
    await page.getByLabel('编号', { exact: true }).fill('9217')
    for (const field of ['案由', '提出人', '正文'])
      await page.getByLabel(`一致：${field}与原件`, { exact: true }).check()
    await registrar.presses('登记')
    await page.waitForURL(/done=registered/)
    expect(await registrar.sees('还有 4 项没有核对')).toBe(true)
    const saved = await registrar.downloads(() => page.getByRole('link', { name: '9217 提案.docx' }).click())
    expect(saved).toEqual(bytes)

    await registrar.follows('核对机读内容')
    for (const box of await page.locator('input[name="fields"]').all()) await box.check()
    await registrar.presses('核对无误')
    expect(await registrar.sees('已核对，与原件一致')).toBe(true)
    expect(await registrar.sees('8 项都已核对')).toBe(true)
    await registrar.follows('核对登记')
    await registrar.presses('核对无误，转入研判')
    expect(await registrar.sees('已核对，转入研判')).toBe(true)
    expect(registrar.complaints).toEqual([])
  })

  it('without scripts is told what is wrong with a file, and reads another', async () => {
    const page = await (
      await browser.newContext({ baseURL: house.address, javaScriptEnabled: false })
    ).newPage()
    await page.goto('/login')
    await page.getByLabel('登录名').fill('dengji')
    await page.getByLabel('密码', { exact: false }).first().fill(demoPassword)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.goto('/proposals/from-document')
    const wrong = path.join(folder, '改名.docx')
    await writeFile(wrong, 'no document')
    await page.getByLabel('原件', { exact: true }).setInputFiles(wrong)
    await page.getByRole('button', { name: '读取原件' }).click()
    expect(await page.locator('body').innerText()).toContain('这里只收 .docx、.doc、.pdf')
    await page
      .getByLabel('或者粘贴文字')
      .fill(
        '标题：关于增设夜间公交的建议\n领衔代表：江野\n正文：\n夜班职工回家没有车坐，请增设两条夜间公交线路。',
      )
    await page.getByRole('button', { name: '读取原件' }).click()
    await page.waitForURL(/from-document\/[\da-f-]{36}/)
    expect(await page.getByLabel('案由', { exact: true }).inputValue()).toBe('关于增设夜间公交的建议')
  })
})

describe('a browser’s own PDF', () => {
  it.each(Object.entries(proposalDocuments))(
    'of %s is read like the .docx',
    async (_layout, { blocks, expected }) => {
      const page = await (await browser.newContext()).newPage()
      await page.setContent(pageOf(blocks))
      const read = await readText('pdf', Buffer.from(await page.pdf({ format: 'A4' })))
      await page.context().close()
      if (read.why !== null) throw new Error(read.why)
      const fields = Object.fromEntries(readFieldsOf(read, []).map(({ field, value }) => [field, value]))
      expect({ ...fields, sponsors: fields['sponsors']?.split('\n') }).toMatchObject({
        track: expected.track,
        subject: expected.subject,
        sponsorKind: expected.sponsorKind,
        sponsors: expected.sponsors,
      })
      expect(fields['officialNo']).toBe(expected.officialNo)
      expect(fields['text']?.startsWith(expected.text[0])).toBe(true)
      expect(fields['text']?.endsWith(expected.text[1])).toBe(true)
    },
  )
})
