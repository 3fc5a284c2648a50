import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { postPages, savedPage } from '../support/bring-in'
import { bringList, takenOverList, untilSaid } from '../support/brought-list'
import { Client } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let browser: Browser
const signedIn = new Map<string, Promise<Person>>()
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  const keeper = await new Client(house.address).signIn('xitong', demoPassword)
  await keeper.post('/admin/rules/SC-GOV-2024/1/copy', { key: randomUUID(), id: 'OWN', name: '本局规则' })
  const registrar = await new Client(house.address).signIn('dengji', demoPassword)
  await postPages(registrar, await Promise.all(['010.html', '012.txt', '021.txt'].map(savedPage)))
  await makeLink()
  await untilSaid(registrar, await bringList(registrar, '在办件.csv', takenOverList()), '已办完')
  browser = await launchBrowser()
})
afterAll(async () => {
  await closeBrowser(browser)
  await house.stop()
})

const linkToken = randomUUID()

/** A unit's link, as the handler makes one on the page. */
async function makeLink() {
  const handler = await new Client(house.address).signIn('chengban', demoPassword)
  const page = await addressOf('/proposals/N/requests/OWED/link', '0217')
  await handler.post(page, { key: randomUUID(), act: 'make', person: '白清和', token: linkToken })
}

/** One sign-in per person, however many pages he opens. */
function person(login: string): Promise<Person> {
  const known = signedIn.get(login)
  if (known) return known
  const coming = Person.at(browser, house.address, { login, password: demoPassword, phone: true })
  signedIn.set(login, coming)
  return coming
}

/** N: the register number of the demo proposal with this official number. */
const addressOf = (path: string, officialNo: string) =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<Record<string, string | null>[]>`
      select p.register_no as "N", (select r.id from receipt r where r.proposal_id = p.id limit 1) as "RECEIPT",
        p.division_id as "DIVISION", p.assigning_unit_id as "UNIT", p.handler_id as "HANDLER",
        (select s.delegate_id from sponsor s where s.proposal_id = p.id order by position limit 1) as "SPONSOR",
        (select c.id from contact c where c.proposal_id = p.id limit 1) as "CONTACT",
        (select a.id from additional_unit a where a.proposal_id = p.id limit 1) as "ADDITION",
        (select q.id from request q where q.proposal_id = p.id and q.state = 'sent' limit 1) as "OWED",
        (select q.id from request q where q.proposal_id = p.id and q.state = 'answered' limit 1) as "ANSWERED",
        (select id from past_reply order by title limit 1) as "PAGE", (select id from basis_document limit 1) as "PAPER"
      from proposal p where p.official_no = ${officialNo}`
    return path.replace('LINK', linkToken).replaceAll(/\b[A-Z]+\b/g, (name) => row?.[name] ?? name)
  })

const seriousFindings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((v) => v.impact === 'critical' || v.impact === 'serious')
    .map((v) => `${v.id}: ${v.nodes[0]?.html}`)
}

/** What sticks out to the right of a window of this width, in pixels; nothing where the page does not scroll sideways. */
async function sticksOut(page: Page, width: number) {
  await page.setViewportSize({ width, height: 844 })
  return await page.evaluate((most) => {
    if (document.documentElement.scrollWidth <= most) return []
    return [...document.querySelectorAll('body *')]
      .map((e) => ({ e, right: Math.round(e.getBoundingClientRect().right) }))
      .filter(({ right }) => right > most)
      .map(({ e, right }) => `${e.tagName.toLowerCase()}.${e.className} ${right}`)
      .slice(0, 12)
  }, width)
}

describe('every page', () => {
  it.each([
    ['zonghe', '0217', '/desk'],
    ['chengban', '0217', '/desk'],
    ['chengban', '0217', '/proposals'],
    ['dengji', '0217', '/proposals/new'],
    ['dengji', '0217', '/proposals/from-document'],
    ['dengji', '0244', '/proposals/N/provenance'],
    ['jiaowei', '0217', '/asked'],
    ['juzhang', '0217', '/approvals'],
    ['yongyin', '0217', '/number-series'],
    ['xitong', '0217', '/desk'],
    ['zonghe', '0217', '/rules'],
    ['zonghe', '0217', '/rules/CQ-NPC-2018/1'],
    ['xitong', '0217', '/rules/CN-LAW-2025/1'],
    ['xitong', '0217', '/admin/rules'],
    ['xitong', '0217', '/admin/rules/CQ-NPC-2018/1/copy'],
    ['xitong', '0217', '/admin/rules/CQ-NPC-2018/1/in-force'],
    ['xitong', '0217', '/admin/rules/notice-days'],
    ['xitong', '0217', '/admin/rules/OWN/1/edit'],
    ['xitong', '0217', '/rules/OWN/1'],
    ['anquan', '0217', '/desk'],
    ['xitong', '0217', '/admin/people'],
    ['xitong', '0217', '/admin/people/new'],
    ['xitong', '0217', '/admin/people/divisions'],
    ['xitong', '0217', '/admin/people/divisions/DIVISION'],
    ['xitong', '0217', '/admin/people/units'],
    ['xitong', '0217', '/admin/people/units/UNIT'],
    ['xitong', '0217', '/admin/people/HANDLER/edit'],
    ['anquan', '0217', '/admin/people/HANDLER'],
    ['anquan', '0217', '/admin/people/HANDLER/roles'],
    ['anquan', '0217', '/admin/people/HANDLER/password'],
    ['anquan', '0217', '/admin/people/HANDLER/standing'],
    ['anquan', '0217', '/password'],
    ['zonghe', '0217', '/people'],
    ['chuzhang', '0217', '/people/HANDLER/handover'],
    ['dengji', '0217', '/delegates'],
    ['dengji', '0217', '/delegates?q=sj'],
    ['dengji', '0217', '/delegates/new'],
    ['dengji', '0217', '/delegates/next-term'],
    ['chengban', '0098', '/delegates/SPONSOR'],
    ['zonghe', '0098', '/delegates/SPONSOR/edit'],
    ['chengban', '0187', '/proposals/N/contacts/CONTACT/correction'],
    ['dengji', '0217', '/delegates/import'],
    ['xitong', '0217', '/admin/people/units/import'],
    ['shenji', '0217', '/desk'],
    ['chengban', '0217', '/inbox'],
    ['jiaowei', '0217', '/inbox'],
    ['chengban', '0217', '/inbox/settings'],
    ['chengban', '0217', '/library'],
    ['zonghe', '0217', '/library?state=accepted'],
    ['chengban', '0217', '/library/new'],
    ['zonghe', '0217', '/library/basis'],
    ['zonghe', '0217', '/library/PAGE'],
    ['zonghe', '0217', '/library/basis/PAPER'],
    ['xitong', '0217', '/admin/jobs'],
    ['duban', '0217', '/proposals/N/watching'],
    ['duban', '0217', '/proposals/N/urging'],
    ['duban', '0217', '/desk'],
    ['chuzhang', '0217', '/queue'],
    ['chengban2', '0217', '/queue'],
    ['shefa', '0217', '/queue'],
    ['zonghe', '0217', '/due'],
    ['zonghe', '0217', '/due?view=weeks'],
    ['shenji', '0217', '/due'],
    ['duban', '0217', '/supervision'],
    ['zonghe', '0217', '/supervision?due=late'],
    ['zonghe', '0217', '/proposals'],
    ['chengban', '0217', '/proposals/N'],
    ['zonghe', '0209', '/proposals/N'],
    ['chengban', '0217', '/proposals/N/co-handling'],
    ['chengban', '0217', '/proposals/N/contacts'],
    ['chengban', '0176', '/proposals/N/clearance'],
    ['chengban', '0135', '/proposals/N/letters'],
    ['chengban', '0135', '/proposals/N/receipts'],
    ['chengban', '0121', '/proposals/N/publication'],
    ['chengban', '0121', '/proposals/N/commitments'],
    ['chengban', '0121', '/proposals/N/log'],
    ['dengji', '0244', '/proposals/N/triage'],
    ['dengji', '0244', '/proposals/N/voiding'],
    ['zonghe', '0253', '/proposals/N/asks'],
    ['zonghe', '0253', '/proposals/N/similar'],
    ['zonghe', '0253', '/proposals/selection?act=allocate&whole=yes'],
    ['zonghe', '0253', '/proposals/selection?act=urge&whole=yes&filter=state%3Dhandling'],
    ['zonghe', '0253', '/proposals/selection?act=sheets&whole=yes'],
    ['dengji', '0253', '/proposals/selection'],
    ['zonghe', '0253', '/proposals/N/allocation'],
    ['chuzhang', '0247', '/proposals/N/acceptance'],
    ['chuzhang', '0247', '/proposals/N/division-return'],
    ['fenguan', '0247', '/proposals/N/forced-assignment'],
    ['zonghe', '0217', '/proposals/N/reassignment'],
    ['zonghe', '0217', '/proposals/N/other-division'],
    ['zonghe', '0217', '/proposals/N/key-item'],
    ['zonghe', '0258', '/proposals/N'],
    ['zonghe', '0258', '/proposals/N/objection'],
    ['zonghe', '0253', '/proposals/N/objection'],
    ['zonghe', '0253', '/proposals/N/objection/new'],
    ['zonghe', '0258', '/proposals/N/objection/consent'],
    ['zonghe', '0258', '/proposals/N/objection/refusal'],
    ['zonghe', '0258', '/proposals/N/objection/retraction'],
    ['zonghe', '0217', '/proposals/N/retraction'],
    ['zonghe', '0226', '/proposals/N'],
    ['zonghe', '0241', '/proposals/N'],
    ['zonghe', '0264', '/proposals/N'],
    ['zonghe', '0266', '/proposals/N/leaving'],
    ['zonghe', '0217', '/proposals/N/merging'],
    ['zonghe', '0217', '/proposals/N/additional-units/new'],
    ['zonghe', '0217', '/proposals/N/additional-units/ADDITION'],
    ['zonghe', '0217', '/proposals/N/sponsors'],
    ['zonghe', '0266', '/proposals/N/sponsors/record'],
    ['zonghe', '0217', '/proposals/N/sponsors/relay'],
    ['zonghe', '0217', '/proposals/N/roles'],
    ['zonghe', '0217', '/proposals/N/extension'],
    ['zonghe', '0209', '/proposals/N/extension-removal'],
    ['zonghe', '0217', '/proposals/N/pause'],
    ['zonghe', '0209', '/proposals/N/resume'],
    ['zonghe', '0217', '/proposals/N/fact-correction'],
    ['chengban', '0217', '/proposals/N/contacts/new'],
    ['chengban', '0217', '/proposals/N/requests/new'],
    ['chengban', '0217', '/proposals/N/requests/OWED/link'],
    ['dengji', '0217', '/proposals/N/requests/OWED/paper'],
    ['chengban', '0217', '/proposals/N/requests/OWED/extend'],
    ['chengban', '0217', '/proposals/N/requests/ANSWERED/return'],
    ['zonghe', '0217', '/proposals/N/requests/ANSWERED/coordination'],
    ['zonghe', '0217', '/proposals/N/requests/ANSWERED/resending'],
    ['jiaowei', '0217', '/o/LINK'],
    ['chengban', '0217', '/proposals/N/publication/proposal'],
    ['gongkai', '0121', '/proposals/N/publication/review'],
    ['chengban', '0217', '/proposals/N/commitments/new'],
    ['chuzhang', '0217', '/proposals/N/commitments/confirmation'],
    ['zonghe', '0121', '/proposals/N/closing'],
    ['dengji', '0121', '/proposals/N/archiving'],
    ['chengban', '0187', '/proposals/N/draft'],
    ['chengban', '0176', '/proposals/N/draft'],
    ['chengban', '0231', '/proposals/N/draft'],
    ['chengban', '0231', '/proposals/N/draft/start'],
    ['chengban', '0187', '/proposals/N/draft/submission'],
    ['chengban', '0176', '/proposals/N/draft/withdrawal'],
    ['chengban', '0187', '/proposals/N/draft/abandonment'],
    ['hegao', '0176', '/approvals/N'],
    ['hegao', '0176', '/approvals/N/return'],
    ['juzhang', '0163', '/approvals/N'],
    ['juzhang', '0163', '/approvals/N/signature'],
    ['juzhang', '0163', '/approvals/N/recall'],
    ['yongyin', '0159', '/proposals/N/issue'],
    ['yongyin', '0142', '/proposals/N/issue'],
    ['yongyin', '0142', '/proposals/N/receipts/RECEIPT/link'],
    ['chengban', '0217', '/admin/calendar'],
    ['xitong', '0217', '/admin/calendar?year=2027'],
    ['xitong', '0217', '/admin/calendar/2026'],
    ['xitong', '0217', '/admin/calendar/import'],
    ['xitong', '0217', '/admin/calendar/in-force'],
    ['zonghe', '0217', '/deadlines/moves'],
    ['zonghe', '0217', '/batches'],
    ['dengji', '0217', '/proposals/import'],
    ['dengji', '0217', '/incoming'],
    ['zonghe', '0203', '/proposals/N/redoing'],
    ['chengban', '0203', '/proposals/N/co-handling'],
    ['dengji', '8802', '/proposals/N/letters'],
    ['chengban', '8802', '/proposals/N/taken-over/scan'],
    ['zonghe', '8802', '/proposals/N/closing'],
    ['chengban', '8801', '/proposals/N/letters'],
    ['chengban', '0217', '/not-here'],
  ])(
    '%s, %s %s: fits a phone, also at 200 %, and axe finds nothing serious',
    async (login, officialNo, path) => {
      const { page, complaints } = await person(login)
      await page.setViewportSize({ width: 390, height: 844 })
      const answer = await page.goto(await addressOf(path, officialNo))
      expect(answer?.status()).toBe(path === '/not-here' ? 404 : 200)
      if ((await page.locator('.editor').count()) > 0) await page.locator('.ProseMirror').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      for (const width of [390, 195, 1280]) expect(await sticksOut(page, width), `${width} px`).toEqual([])
      expect(complaints.splice(0)).toEqual([])
    },
  )
})
