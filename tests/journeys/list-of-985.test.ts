import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { closeBrowser, launchBrowser, Person } from '../support/browser'
import { onHouse } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'
import { listOf } from '../support/list-of'

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

const count = (of: string) =>
  onHouse(house.superuserUrl, async (sql) => (await sql.unsafe<{ n: number }[]>(`select count(*)::integer as n from ${of}`))[0]?.n ?? -1) // prettier-ignore

/** Uploads a list, takes the columns as they are suggested, and stands before what would become of each row. */
async function preview(registrar: Person, name: string, bytes: Uint8Array) {
  const { page } = registrar
  await registrar.visits('/proposals/import')
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }) // prettier-ignore
  await registrar.presses('上传，下一步指明各列')
  if ((await page.locator('select[name="meetingId"]').inputValue()) === '') {
    const meeting = await page.locator('select[name="meetingId"] option', { hasText: '政协' }).first().getAttribute('value') // prettier-ignore
    await page.locator('select[name="meetingId"]').selectOption(meeting ?? '')
    // The demo has items of the plenary session; this list is of what came in between.
    await page.locator('select[name="sessionKind"]').selectOption('off_session')
  }
  await registrar.presses('下一步：看每一行会怎样')
  await page.waitForURL(/\/proposals\/import\/[\da-f-]{36}$/)
}

/** Looks on while the page asks again by itself; answers the progress it showed on the way. */
async function untilDone({ page }: Person): Promise<string[]> {
  await page.waitForURL(/\/batches\/[\da-f-]{36}$/)
  const seen: string[] = []
  const said = () => page.locator('#progress').innerText({ timeout: 5000 }).catch(() => '') // prettier-ignore
  for (let looks = 0; looks < 500; looks++) {
    const now = /已办理 (\d+) 件/.exec(await said())?.[1]
    if (now && now !== seen.at(-1)) seen.push(now)
    if ((await said()).includes('已办完')) return seen
    await page.waitForTimeout(200)
  }
  throw new Error('the batch did not end')
}

/** All that a filter shows, up to 200, through the page that says of each what will happen. */
async function select({ page }: Person, filter: string, act: string) {
  await page.goto(`/proposals?${filter}`)
  await page.locator('input[name="whole"]').check()
  await page.locator('select[name="act"]').selectOption(act)
  await page.getByRole('button', { name: '下一步', exact: true }).click()
  await page.waitForURL(/\/proposals\/selection/)
}

it('985 rows go in from the page, again they change nothing, and they are allocated in batches', async () => {
  // Everything on the registrar's side goes without a script.
  const registrar = await Person.at(browser, house.address, { login: 'dengji', password: demoPassword, scripts: false }) // prettier-ignore
  const bytes = await listOf(985, (cells, n) => (n === 7 || n === 600 ? cells.with(2, '') : cells))
  const before = await count('proposal')

  await preview(registrar, '闭会期间交办表.xlsx', bytes)
  expect(await registrar.sees('登记这 983 件')).toBe(true)
  await registrar.page.getByRole('link', { name: '有错' }).first().click()
  expect(await registrar.sees('案由：请填写案由。')).toBe(true)
  expect(await count('proposal')).toBe(before)
  await registrar.page.getByRole('link', { name: '全部' }).first().click()
  await registrar.presses('登记这 983 件')
  const progress = await untilDone(registrar)
  expect(progress.at(-1)).toBe('985')
  expect(await registrar.sees('共 985 件，已办理 985 件，其中 2 件未办成')).toBe(true)
  const report = await registrar.downloads(() => registrar.page.getByRole('link', { name: '下载结果表' }).click()) // prettier-ignore
  expect(report.subarray(0, 2).toString()).toBe('PK')
  expect(await count('proposal')).toBe(before + 983)
  expect(await count(`proposal where session_kind = 'off_session' and state = 'registered' and subject like '%科技服务下乡的提案'`)).toBe(983) // prettier-ignore

  const events = await count('event')
  await preview(registrar, '闭会期间交办表（再发）.xlsx', bytes)
  await registrar.presses('逐行核对，出结果表')
  await untilDone(registrar)
  expect(await registrar.sees('其中 2 件未办成')).toBe(true)
  expect([await count('proposal'), await count('event')]).toEqual([before + 983, events])

  const coordinator = await Person.at(browser, house.address, { login: 'zonghe', password: demoPassword })
  for (const round of [1, 2]) {
    await select(registrar, 'state=registered&session=off_session', 'triage')
    expect(await registrar.sees('一次最多 200 件，只列出前 200 件')).toBe(true)
    await registrar.page.getByRole('button', { name: /^办理 \d+ 件$/ }).click()
    await untilDone(registrar)
    const ready = await count(`proposal where session_kind = 'off_session' and state = 'triage'`)
    expect(ready).toBeGreaterThan(150)

    const assigned = await count(`proposal where session_kind = 'off_session' and state = 'assigned'`)
    await select(coordinator, 'state=triage&session=off_session', 'allocate')
    await coordinator.page.locator('input[name="handlingRole"][value="lead"]').check()
    await coordinator.page.locator('select[name="divisionId"]').selectOption({ label: '成果转化处' })
    await coordinator.page.getByRole('button', { name: /^办理 \d+ 件$/ }).click()
    await untilDone(coordinator)
    const total = Math.min(200, ready)
    expect(await coordinator.sees(`共 ${total} 件，已办理 ${total} 件`), `round ${round}`).toBe(true)
    expect(await coordinator.page.locator('section[aria-label="每件的结果"] tbody tr').count()).toBe(100)
    expect(await count(`proposal where session_kind = 'off_session' and state = 'assigned'`)).toBe(assigned + total) // prettier-ignore
  }
  expect([...registrar.complaints, ...coordinator.complaints]).toEqual([])
})
