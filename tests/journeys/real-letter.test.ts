import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { closeDatabase, openDatabase } from '~/db/client.server'
import { withFullWidthPunctuation } from '~/domain/reply/full-width'
import { addUser } from '~/domain/people/add-user.server'
import { foundBureau } from '~/domain/people/found-bureau.server'
import type { Role } from '~/domain/people/kinds'
import { openMeeting } from '~/domain/people/open-meeting.server'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { startTestHouse, type RunningHouse } from '../support/house'
import { documentText } from '../support/read-docx'
import { registers } from '../support/registering'
import { readSeedLetter, seedFile } from '../support/seed-letters'
import { validationErrors } from '../support/validate-docx'

const file = seedFile('000')
const password = 'Journey#2022'
const numerals = '一二三四五六七八九十'

/** Names, numbers and texts are read from the real letter; none stands here. */
function plot(path: string) {
  const letter = readSeedLetter(path)
  const signOff = /已经(.+?局)(.+?)(局长)审签/.exec(letter.signOffSentence ?? '')
  const [, term = '', session = ''] = /([一-十]+)届([一-十]+)次/.exec(letter.content.title) ?? []
  const [, code = '', seq = ''] = /^(.+?)〔\d{4}〕(\d+)号$/.exec(letter.docNo ?? '') ?? []
  return {
    ...letter,
    bureauShort: signOff?.[1] ?? '',
    signer: { name: signOff?.[2] ?? '', title: signOff?.[3] ?? '' },
    term: numerals.indexOf(term) + 1,
    session: numerals.indexOf(session) + 1,
    code,
    seq: Number(seq),
    meeting: `市政协${term}届${session}次会议`,
    body: letter.content.body.map((p) => p.text).join('\n'),
  }
}

const plain = (text: string) => withFullWidthPunctuation(text).replaceAll(/\s/g, '')

describe.skipIf(file === null)('a real letter, through the whole house', () => {
  let house: RunningHouse
  let browser: Browser
  let story: ReturnType<typeof plot>

  beforeAll(async () => {
    story = plot(file ?? '')
    house = await startTestHouse({ testClock: `${story.content.date}T10:00:00+08:00` })
    await peopleTheBureau()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await closeBrowser(browser)
    await house.stop()
  })

  async function peopleTheBureau() {
    openDatabase(house.ownerUrl)
    const times = { now: new Date(), realNow: new Date() }
    const founded = await foundBureau(
      {
        name: story.content.issuer, shortName: story.bureauShort, region: '市', letterCode: story.code, opinionCode: `${story.code}会`, isDemo: false,
        divisions: ['甲处'],
        units: story.units.map((name) => ({ fullName: `${name}（全称）`, shortName: name, kind: 'co_handling' as const })),
      },
      times,
    ) // prettier-ignore
    await openMeeting(founded.founder, {
      track: 'cppcc',
      region: '市',
      term: story.term,
      session: story.session,
      openedOn: '2022-01-17',
    })
    const passwordHash = await hashPassword(password)
    const add = async (login: string, role: Role, { name = login, title = '科员', unit = '' } = {}) => {
      const inDivision = role === 'division_head' || role === 'handler'
      const memberships = [
        {
          role,
          divisionId: inDivision ? (founded.divisionIds['甲处'] ?? null) : null,
          unitId: unit ? (founded.unitIds[unit] ?? null) : null,
        },
      ]
      await addUser(founded.founder, { login, name, title, phone: '', passwordHash, memberships }, times)
    }
    for (const role of [
      'registrar',
      'coordinator',
      'division_head',
      'handler',
      'office_reviewer',
      'secrecy_reviewer',
      'openness_reviewer',
      'deputy',
      'seal_clerk',
    ] as const)
      await add(role, role)
    await add('director', 'director', story.signer)
    await add('acting', 'director', { name: '另一位', title: '局长' })
    for (const [i, unit] of story.units.entries()) await add(`unit${i}`, 'co_handler', { unit })
    await closeDatabase()
  }

  const as = (login: string, phone = false) => Person.at(browser, house.address, { login, password, phone })

  it('six units answer, the right people clear it, the director signs, and the .docx says what was printed then', async () => {
    expect(story.units).toHaveLength(6)
    const registrar = await as('registrar')
    expect(await registrar.sees('测试时钟')).toBe(true)
    const number = await registers(registrar, {
      track: '提案', meeting: story.meeting, officialNo: story.officialNo, subject: story.subject, sponsor: story.sponsorName,
      text: `${story.subject}。`, asks: story.subject, assignedOn: story.content.date,
    }) // prettier-ignore
    await registrar.visits(`/proposals/${number}/triage`)
    await registrar.presses('核对无误，转入研判')
    const coordinator = await as('coordinator')
    await coordinator.visits(`/proposals/${number}/allocation`)
    await coordinator.page.locator('[name="handlingRole"][value="lead"]').check()
    await coordinator.page.locator('[name="divisionId"]').selectOption({ label: '甲处' })
    await coordinator.presses('分办')
    const head = await as('division_head')
    await head.visits(`/proposals/${number}/acceptance`)
    await head.page.locator('[name="handlerId"]').selectOption({ label: 'handler' })
    await head.presses('签收')

    const handler = await as('handler')
    await handler.visits(`/proposals/${number}/requests/new`)
    for (const unit of story.units) await handler.page.getByLabel(unit, { exact: true }).check()
    await handler.page.locator('[name="question"]').fill('请就职责范围内的诉求提出意见')
    await handler.presses('送出会办')

    const units = await Promise.all(story.units.map((_, i) => as(`unit${i}`)))
    const asked: string[] = []
    for (const [i, unit] of units.entries()) {
      await unit.visits('/asked')
      const href = await unit.page.locator('a[href^="/asked/"]').first().getAttribute('href')
      asked.push(href ?? '')
      await unit.visits(href ?? '')
      await unit.page.locator('[name="text"]').fill(`第${i + 1}家的意见`)
      await unit.page.getByRole('button', { name: /提交/ }).first().click()
      await unit.page.waitForLoadState('networkidle')
    }
    for (const [i, unit] of units.entries()) {
      for (const [j, href] of asked.entries())
        expect(await unit.visits(href), `unit ${i} on ${href}`).toBe(i === j ? 200 : 404)
      await unit.visits(asked[i] ?? '')
      for (const [j] of units.entries()) expect(await unit.sees(`第${j + 1}家的意见`)).toBe(i === j)
      expect(await unit.visits(`/proposals/${number}/draft`)).toBe(404)
      expect(await unit.visits(`/approvals/${number}/preview.docx`).catch(() => 0)).not.toBe(200)
    }

    for (let i = 0; i < 6; i++) {
      await handler.visits(`/proposals/${number}/co-handling`)
      await handler.presses('采纳')
    }
    await handler.visits(`/proposals/${number}/contacts/new`)
    await handler.page.locator('[name="channel"]').selectOption({ label: '电话' })
    await handler.page.locator('[name="summary"]').fill('认可。')
    await handler.presses('登记沟通')
    await handler.visits(`/proposals/${number}/draft`)
    await handler.presses('开始拟稿')
    await handler.page.locator('[name="outcome"]').selectOption({ index: 1 })
    await handler.page.locator('[name="openness"]').selectOption({ index: 1 })
    await handler.page.locator('[name="printsOutcome"]').uncheck()
    await handler.page.getByText('联系人、抄送、附件').click()
    await handler.page.locator('[name="contact"]').fill('')
    await handler.page.locator('[name="hasNoCc"]').check()
    const editor = handler.page.locator('.ProseMirror')
    await editor.waitFor()
    await editor.click()
    await handler.page.keyboard.press('Control+A')
    await editor.evaluate((element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, story.body)
    expect(await editor.innerText()).toContain('【审签后生成】')
    expect(await editor.innerText()).not.toContain(story.signOffSentence)
    await handler.presses('保存')
    await handler.presses('提交审核')

    const clear = async () => {
      for (const login of [
        'division_head',
        'office_reviewer',
        'secrecy_reviewer',
        'openness_reviewer',
        'deputy',
      ]) {
        const reviewer = await as(login)
        await reviewer.visits(`/approvals/${number}`)
        expect(await reviewer.sees('【审签后生成】')).toBe(true)
        await reviewer.presses('同意')
        await reviewer.leaves()
      }
    }
    const sign = async (login: string) => {
      const director = await as(login, true)
      await director.visits(`/approvals/${number}`)
      await director.follows('签发')
      await director.page.locator('[name="password"]').fill(password)
      await director.presses('确认签发')
      return director
    }
    await clear()
    const acting = await sign('acting')
    await acting.visits(`/approvals/${number}`)
    expect(await acting.sees(`${story.bureauShort}另一位局长审签`)).toBe(true)
    await acting.follows('撤回签发')
    await acting.page.locator('[name="reason"]').fill('由局长本人签发')
    await acting.presses('撤回签发')
    await handler.visits(`/proposals/${number}/draft`)
    await handler.presses('提交审核')
    await clear()
    const director = await sign('director')
    expect(await director.sees('已签发')).toBe(true)

    const clerk = await as('seal_clerk')
    await clerk.visits('/number-series')
    await clerk.page.locator('[name="next"]').fill(String(story.seq))
    await clerk.presses('设置')
    await clerk.visits(`/proposals/${number}/issue`)
    await clerk.presses('编号并印发')
    expect(await clerk.sees(story.docNo ?? '?')).toBe(true)
    const docx = new Uint8Array(
      await clerk.downloads(() => clerk.page.getByRole('link', { name: '下载 Word' }).first().click()),
    )
    const printed = [story.docNo ?? '', story.content.title, story.bodyText].join('')
    expect(plain(documentText(docx).join(''))).toBe(plain(printed))
    expect(await validationErrors(docx)).toEqual([])

    for (const person of [registrar, coordinator, head, handler, acting, director, clerk])
      expect(person.complaints).toEqual([])
  })
})
