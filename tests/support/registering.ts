import type { Person } from './browser'

export type Item = {
  track: '建议' | '提案'
  /** As the list of meetings names it. */
  meeting: string
  officialNo: string
  subject: string
  text: string
  sponsor: string
  asks: string
  /** 'YYYY-MM-DD' */
  assignedOn: string
}

/** The registrar fills the form in and presses 登记; answers the register number of what was registered. */
export async function registers({ page }: Person, item: Item): Promise<string> {
  await page.goto('/proposals/new')
  const radio = (name: string, label: string) =>
    page.locator(`fieldset:has([name="${name}"]) label`, { hasText: label }).first().click()
  await radio('track', item.track)
  await radio('sessionKind', '大会')
  await radio('sponsorKind', '个人')
  const meeting = await page
    .locator('[name="meetingId"] option', { hasText: item.meeting })
    .first()
    .getAttribute('value')
  await page.locator('[name="meetingId"]').selectOption(meeting ?? '')
  for (const name of ['officialNo', 'subject', 'text', 'asks'] as const)
    await page.locator(`[name="${name}"]`).fill(item[name])
  await page.locator('[name="sponsors"]').fill(item.sponsor)
  for (const name of ['assignedOn', 'receivedOn'])
    await page.locator(`[name="${name}"]`).fill(item.assignedOn)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(/\/proposals\/\d{4}-\d+/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
