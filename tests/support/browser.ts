import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'

let folder: string | undefined

/** The Chromium that comes inside an npm package. It unpacks to a fixed name with mode 0700, so it gets a folder of its own. */
export async function launchBrowser(): Promise<Browser> {
  folder = mkdtempSync(path.join(tmpdir(), 'fuhan-browser-'))
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x'
  process.env['TMPDIR'] = folder
  const { default: sparticuz } = await import('@sparticuz/chromium')
  const executablePath = await sparticuz.executablePath()
  // Pages with Chinese text need the machine's own font configuration where there is one.
  if (existsSync('/etc/fonts/fonts.conf')) process.env['FONTCONFIG_PATH'] = '/etc/fonts'
  const args = [
    ...sparticuz.args.filter((arg) => !/single-process|zygote/.test(arg)),
    '--no-sandbox',
    '--disable-background-networking',
  ]
  return await chromium.launch({ executablePath, args, headless: true })
}

export async function closeBrowser(browser: Browser) {
  await browser.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
}

type Options = { login?: string; password?: string; phone?: boolean; scripts?: boolean }

/** One person at one browser: a context of his own, which fails on any script error or refused resource. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly complaints: string[],
  ) {}

  static async at(
    browser: Browser,
    address: string,
    { login, password, phone = false, scripts = true }: Options = {},
  ) {
    const viewport = phone ? { width: 390, height: 844 } : { width: 1280, height: 900 }
    const context = await browser.newContext({
      baseURL: address,
      viewport,
      hasTouch: phone,
      acceptDownloads: true,
      javaScriptEnabled: scripts,
    })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text()))
        complaints.push(message.text())
    })
    const person = new Person(page, complaints)
    if (login && password) await person.signsIn(login, password)
    return person
  }

  async signsIn(login: string, password: string) {
    await this.page.goto('/login')
    await this.page.getByLabel('登录名').fill(login)
    await this.page.getByLabel('密码', { exact: false }).first().fill(password)
    await this.page.getByRole('button', { name: '登录', exact: true }).click()
    await this.page.waitForURL((url) => url.pathname !== '/login')
  }

  /** Goes to a page and answers its status. */
  async visits(to: string): Promise<number> {
    return (await this.page.goto(to))?.status() ?? 0
  }

  async presses(name: string) {
    await this.page.getByRole('button', { name, exact: true }).first().click()
    await this.page.waitForLoadState('networkidle')
  }

  async follows(name: string) {
    await this.page.getByRole('link', { name, exact: true }).first().click()
    await this.page.waitForLoadState('networkidle')
  }

  async sees(text: string): Promise<boolean> {
    return (await this.page.locator('body').innerText()).includes(text)
  }

  async downloads(press: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  }

  async leaves() {
    await this.page.context().close()
  }
}
