import { AwsClient } from 'aws4fetch'
import { StoreFailed, type FileStore } from './file-store'
import { assertSame } from './same-bytes.server'

export type S3Settings = { endpoint: string; bucket: string; region: string; keyId: string; secret: string }

/** Shorter than the database lets a transaction idle: a file is put inside the transaction that notes it. */
const patienceMs = 4_000

/** Files in a bucket of any S3-compatible store, addressed by path: endpoint/bucket/ab/cd/abcd… */
export function s3Store(settings: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.keyId,
    secretAccessKey: settings.secret,
    region: settings.region,
    service: 's3',
    retries: 1,
  })
  const bucket = `${settings.endpoint.replace(/\/$/, '')}/${encodeURIComponent(settings.bucket)}`
  const at = (sha256: string) => {
    if (!/^[\da-f]{64}$/.test(sha256)) throw new StoreFailed('a file is named by its SHA-256', false)
    return `${bucket}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  }
  const ask = async (url: string, init: RequestInit = {}) =>
    await client.fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) }).catch((cause: unknown) => {
      throw new StoreFailed('s3: not reachable', false, { cause })
    })
  const has = async (sha256: string) => {
    const answer = await ask(at(sha256), { method: 'HEAD' })
    if (answer.ok || answer.status === 404) return answer.ok
    throw new StoreFailed(`s3: ${answer.status}`, false)
  }
  return {
    has,
    async put(sha256, bytes) {
      if (await has(sha256)) return
      const answer = await ask(at(sha256), {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { 'Content-Type': 'application/octet-stream' },
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new StoreFailed(`s3: ${answer.status}`, answer.status === 507)
    },
    async get(sha256) {
      const answer = await ask(at(sha256))
      const body = Buffer.from(await answer.arrayBuffer())
      if (answer.status === 404) return null
      if (!answer.ok) throw new StoreFailed(`s3: ${answer.status}`, false)
      return assertSame(body, sha256)
    },
    async whyUnfit() {
      const answer = await ask(bucket, { method: 'HEAD' }).catch((error: unknown) => error)
      if (!(answer instanceof Response)) return 'files: not reachable'
      return answer.ok ? null : `files: ${answer.status}`
    },
  }
}
