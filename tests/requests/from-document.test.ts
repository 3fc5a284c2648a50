import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client, fieldOf, type Answer } from '../support/client'
import { onHouse } from '../support/demo-viewer'
import { bomb, docxWith } from '../support/hostile-files'
import { startTestHouse, type RunningHouse } from '../support/house'
import { docxOf, proposalDocuments } from '../support/proposal-documents'

let house: RunningHouse
let registrar: Client
let letters: Buffer<ArrayBuffer>

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  registrar = await new Client(house.address).signIn('dengji', demoPassword)
  letters = await docxOf(proposalDocuments['a cover table, label and value side by side']!.blocks)
}, 120_000)
afterAll(() => house.stop())

const page = '/proposals/from-document'

async function upload(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
  who = registrar,
) {
  const form = new FormData()
  form.set('key', randomUUID())
  for (const [field, value] of Object.entries(more)) form.set(field, value)
  form.set('document', new File([bytes], name))
  return await who.raw(page, form, {})
}

const placeOf = (answer: Answer) => answer.headers.get('Location') ?? ''

const kept = () =>
  onHouse(house.superuserUrl, async (sql) => {
    const [row] = await sql<{ files: number; readings: number }[]>`
      select (select count(*)::int from kept_file) as files, (select count(*)::int from document_reading) as readings`
    return row
  })
const stored = async () =>
  (await readdir(path.join(house.dataDir, 'files'), { recursive: true }).catch(() => [])).filter((f) =>
    /[\da-f]{64}/.test(f),
  )

describe('a document uploaded', () => {
  it('fills the form, each field with its place, and registers what the registrar compared', async () => {
    const answer = await upload('提案.docx', letters)
    expect(answer.status).toBe(303)
    const { text: html } = await registrar.get(placeOf(answer))
    for (const words of ['关于推进大型科研仪器开放共享的提案', '把握大', 'id="place-subject"', '段长风'])
      expect(html).toContain(words)
    expect(fieldOf(html, 'officialNo')).toBe('0217')
    const meetingId = /<option value="([\da-f-]{36})" selected="">/.exec(html)?.[1] ?? ''
    const done = await registrar.post(placeOf(answer), {
      key: randomUUID(), track: 'cppcc', meetingId, sessionKind: 'plenary', officialNo: '0217-X', subject: '关于推进大型科研仪器开放共享的提案',
      text: '改过的正文。', asks: '', sponsorKind: 'joint', sponsors: '段长风\n霍启明\n苏晚\n林见深', assigningUnitId: '', receivedOn: '2026-11-02',
      assignedOn: '2026-11-02', accepted: ['subject', 'sponsors'],
    }) // prettier-ignore
    expect(done.status).toBe(303)
    const number = /\/proposals\/([\w-]+)\?/.exec(placeOf(done))?.[1] ?? ''
    const { text: shown } = await registrar.get(`/proposals/${number}`)
    expect(shown).toContain('提案.docx')
    expect(shown).toContain('核对机读内容')
    const href = /href="(\/files\/[\da-f-]{36})"/.exec(shown)?.[1] ?? ''
    expect((await registrar.get(href)).bytes).toEqual(letters)
    const { text: act } = await registrar.get(`/proposals/${number}/provenance`)
    expect(act).toContain('value="track"')
    expect(act).not.toContain('value="subject"')
    const confirm = { key: fieldOf(act, 'key'), version: fieldOf(act, 'version') }
    expect((await registrar.post(`/proposals/${number}/provenance`, confirm)).status).toBe(400)
    const triage = async () => {
      const { text: form } = await registrar.get(`/proposals/${number}/triage`)
      return await registrar.post(`/proposals/${number}/triage`, {
        key: fieldOf(form, 'key'),
        version: fieldOf(form, 'version'),
      })
    }
    expect((await triage()).status).toBe(403)
    const fields = ['track', 'meetingId', 'sessionKind', 'sponsorKind']
    expect((await registrar.post(`/proposals/${number}/provenance`, { ...confirm, fields })).status).toBe(303)
    expect((await triage()).status).toBe(303)
  })

  it('refused keeps what was typed beside it, names the field and keeps no file', async () => {
    const before = [await kept(), await stored()]
    const answer = await upload('提案.docx', docxWith({ 'word/vbaProject.bin': 'x' }), { pasted: '写了很久' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('文件里有宏')
    expect(answer.text).toContain('写了很久')
    expect([await kept(), await stored()]).toEqual(before)
  })

  it('that is a bomb is refused, and the house goes on as light as before', async () => {
    const answer = await upload('提案.docx', bomb())
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('压缩炸弹')
    expect((await fetch(`${house.address}/healthz`)).status).toBe(200)
  })

  it('past the limits is refused in words, not cut off', async () => {
    const large = await upload('提案.pdf', new Uint8Array(25 * 1024 * 1024))
    expect(large.status).toBe(400)
    expect(large.text).toContain('超过 20.0 MB')
    const huge = await upload('提案.pdf', new Uint8Array(60 * 1024 * 1024))
    expect(huge.status).toBe(400)
    expect(huge.text).toContain('合起来超过 40.0 MB')
  })

  it('cut off in the middle leaves no row and no file', async () => {
    const before = [await kept(), await stored()]
    const { hostname, port } = new URL(house.address)
    const socket = net.connect(Number(port), hostname)
    socket.on('error', () => {})
    const body = `--b\r\nContent-Disposition: form-data; name="key"\r\n\r\n${randomUUID()}\r\n--b\r\nContent-Disposition: form-data; name="document"; filename="a.docx"\r\n\r\n`
    socket.write(
      `POST ${page} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${house.address}\r\nCookie: ${registrar.cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${letters.length + 1_000}\r\n\r\n${body}`,
    )
    socket.write(letters.subarray(0, 2_000))
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect([await kept(), await stored()]).toEqual(before)
    expect((await fetch(`${house.address}/healthz`)).status).toBe(200)
  })

  it('from a stranger, or from somebody who does not register, is not taken', async () => {
    expect((await upload('提案.docx', letters, {}, new Client(house.address))).status).toBe(401)
    const handler = await new Client(house.address).signIn('chengban', demoPassword)
    expect((await upload('提案.docx', letters, {}, handler)).status).toBe(404)
    expect((await upload('提案.docx', new Uint8Array(50 * 1024 * 1024), {}, handler)).status).toBe(404)
  })
})

describe('text pasted', () => {
  it('is kept as a file and read', async () => {
    const answer = await registrar.post(page, {
      key: randomUUID(),
      pasted:
        '编号：77\r\n标题：关于增设夜间公交的建议\r\n领衔代表：江野\r\n正文：\r\n夜班职工回家没有车坐，请增设两条夜间公交线路。',
    })
    expect(answer.status).toBe(303)
    const { text } = await registrar.get(placeOf(answer))
    expect(fieldOf(text, 'subject')).toBe('关于增设夜间公交的建议')
    expect(text).toContain('粘贴的文字.txt')
  })

  it('together with a file, or neither of them, is asked about', async () => {
    const both = await upload('提案.docx', letters, { pasted: '也粘贴了' })
    expect(both.status).toBe(400)
    expect(both.text).toContain('请只给一样')
    const neither = await registrar.post(page, { key: randomUUID(), pasted: '' })
    expect(neither.status).toBe(400)
    expect(neither.text).toContain('请选择文件')
  })
})

it('a reading that is not there is absent', async () => {
  expect((await registrar.get(`${page}/00000000-0000-4000-8000-000000000000`)).status).toBe(404)
  expect((await registrar.get(`${page}/x`)).status).toBe(404)
})
