import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer, closeDatabase, openDatabase } from '~/db/client.server'
import { keepFile } from '~/domain/files/keep-file.server'
import { openFileStore } from '~/files/open-store.server'
import { demoPassword } from '../../drizzle/seed/demo-people'
import { Client } from '../support/client'
import { demoViewer } from '../support/demo-viewer'
import { startTestHouse, type RunningHouse } from '../support/house'

const bytes = Buffer.from('<script>alert(1)</script>')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const held = { name: '交办 清单（2026）".html', kind: 'html', bytes, size: bytes.length, sha256 } as const

let house: RunningHouse
let fileId: string

beforeAll(async () => {
  house = await startTestHouse({ demo: true })
  openDatabase(house.ownerUrl)
  openFileStore({ kind: 'disk', folder: path.join(house.dataDir, 'files') })
  const registrar = await demoViewer(house.superuserUrl, 'dengji')
  const kept = await asViewer(registrar, (tx) =>
    keepFile(tx, registrar, held, { heldFor: 'list', proposalId: null }, new Date()),
  )
  fileId = kept.fileId
}, 120_000)
afterAll(async () => {
  await closeDatabase()
  await house.stop()
})

const signedIn = async (login: string) => await new Client(house.address).signIn(login, demoPassword)

describe('a kept file', () => {
  it('is saved as it came, never shown or run in a page of ours', async () => {
    const answer = await (await signedIn('dengji')).get(`/files/${fileId}`)
    expect(answer.status).toBe(200)
    expect(answer.bytes).toEqual(bytes)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'")
    expect(answer.headers.get('ETag')).toBe(`"${sha256}"`)
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="__ ___2026__.html"; filename*=UTF-8''%E4%BA%A4%E5%8A%9E%20%E6%B8%85%E5%8D%95%EF%BC%882026%EF%BC%89_.html`,
    )
  })

  it('is absent for whom it does not concern, as one that was never kept', async () => {
    for (const login of ['chengban', 'caizheng', 'xitong']) {
      const person = await signedIn(login)
      const [foreign, absent] = [
        await person.get(`/files/${fileId}`),
        await person.get('/files/00000000-0000-4000-8000-000000000000'),
      ]
      expect(foreign.status, login).toBe(404)
      expect(foreign.status).toBe(absent.status)
      expect(foreign.text).not.toContain('清单')
    }
    expect((await (await signedIn('dengji')).get('/files/x')).status).toBe(404)
  })

  it('leads a stranger to sign in', async () => {
    const answer = await new Client(house.address).get(`/files/${fileId}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/^\/login/)
  })
})

describe('readiness', () => {
  it('names a file store that is away, without its address', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'fuhan-s3-'))
    const server = new S3rver({
      port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'fuhan-files', configs: [] }],
    }) // prettier-ignore
    const { port } = await server.run()
    const env = {
      S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: 'fuhan-files', S3_REGION: 'us-east-1', S3_KEY_ID: 'S3RVER', S3_SECRET: 'S3RVER',
    } // prettier-ignore
    const other = await startTestHouse({ beside: house, env })
    await server.close()
    const answer = await fetch(`${other.address}/readyz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ ready: false, missing: ['files: not reachable'] })
    expect((await fetch(`${other.address}/healthz`)).status).toBe(200)
    await other.stop()
    await rm(folder, { recursive: true, force: true })
  })
})
