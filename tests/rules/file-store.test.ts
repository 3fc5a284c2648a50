import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStore } from '~/files/disk-store.server'
import { StoreFailed, type FileStore } from '~/files/file-store'
import { s3Store } from '~/files/s3-store.server'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytes = Buffer.from('一份建议的原件')
const sha256 = hashOf(bytes)

let folder = ''
let server: S3rver
let settings = { endpoint: '', bucket: 'fuhan-files', region: 'us-east-1', keyId: 'S3RVER', secret: 'S3RVER' }
let stores: Record<'disk' | 's3', FileStore>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fuhan-store-'))
  await mkdir(path.join(folder, 'bucket'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 'bucket'),
    configureBuckets: [{ name: settings.bucket, configs: [] }],
  })
  const { port } = await server.run()
  settings = { ...settings, endpoint: `http://127.0.0.1:${port}` }
  stores = { disk: diskStore(path.join(folder, 'disk')), s3: s3Store(settings) }
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Alters what lies in the store behind its back. */
async function tamper(kind: 'disk' | 's3', name: string) {
  const root = path.join(folder, kind === 'disk' ? 'disk' : 'bucket')
  const files = await readdir(root, { recursive: true })
  const place = files.find((file) => path.basename(file).startsWith(name) && !/metadata|md5/.test(file))
  await writeFile(path.join(root, place ?? 'absent'), '另一份')
}

describe.each(['disk', 's3'] as const)('the file store on %s', (kind) => {
  it('gives back what was put there, once put and put again', async () => {
    const store = stores[kind]
    expect(await store.has(sha256)).toBe(false)
    expect(await store.get(sha256)).toBeNull()
    await store.put(sha256, bytes)
    await store.put(sha256, bytes)
    expect(await store.has(sha256)).toBe(true)
    expect(await store.get(sha256)).toEqual(bytes)
    expect(await store.whyUnfit()).toBeNull()
  })

  it('keeps twenty megabytes whole', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, 7)
    await stores[kind].put(hashOf(large), large)
    expect(hashOf((await stores[kind].get(hashOf(large)))!)).toBe(hashOf(large))
  })

  it('refuses to give what is no longer what was put there', async () => {
    const other = Buffer.from(`将被改动 ${kind}`)
    await stores[kind].put(hashOf(other), other)
    await tamper(kind, hashOf(other))
    await expect(stores[kind].get(hashOf(other))).rejects.toThrow(/not what was put there/)
  })

  it('takes no name that is no hash', async () => {
    await expect(stores[kind].put('../../etc/passwd', bytes)).rejects.toThrow(/SHA-256/)
    await expect(stores[kind].get('..')).rejects.toThrow(/SHA-256/)
  })
})

describe('the disk', () => {
  it('has no file of which only a part was written', async () => {
    const store = diskStore(path.join(folder, 'torn'))
    await Promise.all(Array.from({ length: 8 }, () => store.put(sha256, bytes)))
    const files = await readdir(path.join(folder, 'torn'), { recursive: true })
    expect(files.filter((file) => file.endsWith('.part'))).toEqual([])
    expect(await readFile(path.join(folder, 'torn', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toEqual(
      bytes,
    )
  })

  it('that takes no more refuses and keeps nothing', async () => {
    const place = path.join(folder, 'no-folder')
    await writeFile(place, '')
    await expect(diskStore(place).put(sha256, bytes)).rejects.toThrow(StoreFailed)
    expect(await diskStore(place).has(sha256)).toBe(false)
    expect(await diskStore(place).whyUnfit()).toMatch(/^files: E/)
  })
})

describe('an S3 store', () => {
  it('that is away is named without its address or key', async () => {
    const away = s3Store({ ...settings, endpoint: 'http://127.0.0.1:1' })
    expect(await away.whyUnfit()).toBe('files: not reachable')
    await expect(away.put(sha256, bytes)).rejects.toMatchObject({
      message: 's3: not reachable',
      isFull: false,
    })
  })

  it('that does not know the key, or lacks the bucket, is unfit', async () => {
    expect(await s3Store({ ...settings, keyId: 'STRANGER' }).whyUnfit()).toBe('files: 403')
    expect(await s3Store({ ...settings, bucket: 'nowhere' }).whyUnfit()).toBe('files: 404')
  })
})
