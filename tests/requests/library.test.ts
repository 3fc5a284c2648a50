import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { postPages, publishedPages, savedPage } from '../support/bring-in'
import { Client, fieldOf } from '../support/client'
import { startTestHouse, type RunningHouse } from '../support/house'

let house: RunningHouse
let registrar: Client
beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  registrar = await signedIn('dengji')
}, 120_000)
afterAll(() => house.stop())

const signedIn = async (login: string) => await new Client(house.address).signIn(login, demoPassword)

const hrefOf = (html: string, name: string) =>
  new RegExp(`<a href="(/library/[^"]+)">${name}</a>`).exec(html)?.[1] ?? ''

describe('a folder of saved pages', () => {
  it('is brought in at once, and each page says what became of it', async () => {
    const names = (await readdir(publishedPages))
      .filter((name) => /\.(?:txt|html)$/.test(name))
      .toSorted()
      .slice(0, 36)
    const folderOf36 = await Promise.all(names.map(savedPage))
    for (let n = folderOf36.length; n < 36; n += 1)
      folderOf36.push({ name: `副本${n}.txt`, bytes: Buffer.concat([folderOf36[0]?.bytes ?? Buffer.of(), Buffer.from(`\n${n}`)]) }) // prettier-ignore
    const answer = await postPages(registrar, folderOf36)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('共 36 份')
    expect(answer.text).toContain('没有收')
    const list = await registrar.get('/library')
    expect(list.text).toContain('青崖县卫生健康局')
    expect(list.headers.get('Content-Type')).toContain('text/html')
  }, 60_000)

  it('shows a foreign link as a finding and as words, never as a link, and runs nothing', async () => {
    const brought = await postPages(registrar, [await savedPage('010.html')])
    const review = await registrar.get(hrefOf(brought.text, '010.html'))
    expect(review.status).toBe(200)
    expect(review.text).toContain('外部链接')
    expect(review.text).toContain('www.lucky-wheel.example.com')
    expect(review.text).not.toMatch(/href="http:\/\/www\.lucky-wheel/)
    expect(review.text).not.toContain('evil.example')
  })

  it('refuses what is neither text nor page, and keeps what was typed', async () => {
    const answer = await postPages(
      registrar,
      [{ name: 'a.txt', bytes: Buffer.from([1, 2, 0, 3]) }],
      '先粘贴了一点',
    )
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('这里只收 .html、.txt 文件')
    expect(answer.text).toContain('先粘贴了一点')
  })

  it('asks for a page when none is given', async () => {
    const answer = await postPages(registrar, [])
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('请粘贴页面内容，或选择文件')
  })
})

describe('the review of a page', () => {
  async function open(mark: string) {
    const text = `${await readFile(join(publishedPages, '008.txt'), 'utf8')}\n${mark}`
    const brought = await postPages(registrar, [], text)
    const href = hrefOf(brought.text, '粘贴的内容.txt')
    return { href, page: await registrar.get(href) }
  }

  const fieldsOf = (html: string) => {
    const lines = [...html.matchAll(/<input[^>]*name="([a-z_]+)"[^>]*>/g)].map(([, name = '']) => [
      name,
      fieldOf(html, name),
    ])
    const areas = [...html.matchAll(/<textarea[^>]*name="([a-z_]+)"[^>]*>([^<]*)</g)].map(
      ([, name = '', value = '']) => [name, value],
    )
    return Object.fromEntries([...lines, ...areas]) as Record<string, string>
  }

  it('accepts with a field corrected, once', async () => {
    const { href, page } = await open('甲')
    const fields = {
      ...fieldsOf(page.text),
      kind: 'suggestion',
      role: 'co_opinion',
      sponsor_type: 'individual',
    }
    const sent = { ...fields, key: randomUUID(), act: 'accept', reason: '', item_no: '0133' }
    expect((await registrar.post(href, sent)).status).toBe(303)
    const after = await registrar.get(href)
    expect(after.text).toContain('已收录')
    expect(after.text).toContain('0133')
    const late = await registrar.post(href, { ...sent, key: randomUUID() })
    expect(late.status).toBe(409)
    expect(late.text).toContain('已经有人核对过')
  })

  it('says at the field what is wrong and keeps everything typed', async () => {
    const { href, page } = await open('乙')
    const fields = { ...fieldsOf(page.text), kind: 'suggestion', role: 'reply', sponsor_type: '' }
    const answer = await registrar.post(href, {
      ...fields, key: randomUUID(), act: 'accept', letter_date: '五月', issuer: '改过的单位', reason: '',
    }) // prettier-ignore
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('请填写日期，如 2024-05-30。')
    expect(answer.text).toContain('改过的单位')
  })

  it('wants a reason to refuse', async () => {
    const { href } = await open('丙')
    const refuse = (reason: string) => registrar.post(href, { key: randomUUID(), act: 'refuse', reason })
    expect((await refuse('')).status).toBe(400)
    expect((await refuse('与本局业务无关')).status).toBe(303)
    expect((await registrar.get('/library?state=refused')).text).toContain('与本局业务无关')
  })

  it('is absent for a unit and an administrator', async () => {
    const { href } = await open('丁')
    for (const login of ['caizheng', 'xitong']) {
      const person = await signedIn(login)
      for (const path of ['/library', '/library/new', '/library/basis', href])
        expect((await person.get(path)).status, `${login} ${path}`).toBe(404)
    }
  })
})
