import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { StoreFailed, type FileStore } from './file-store'
import { assertSame } from './same-bytes.server'

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'

/** ab/cd/abcd…: two levels, so that no folder holds a million names. */
const placeOf = (folder: string, sha256: string) => {
  if (!/^[\da-f]{64}$/.test(sha256)) throw new StoreFailed('a file is named by its SHA-256', false)
  return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Files in a folder of this machine. */
export function diskStore(folder: string): FileStore {
  const has = async (sha256: string) => (await stat(placeOf(folder, sha256)).catch(() => null)) !== null
  return {
    has,
    async put(sha256, bytes) {
      if (await has(sha256)) return
      await whole(placeOf(folder, sha256), bytes).catch((cause: unknown) => {
        const code = codeOf(cause)
        throw new StoreFailed(`disk: ${code}`, code === 'ENOSPC' || code === 'EDQUOT', { cause })
      })
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(folder, sha256)).catch((cause: unknown) => {
        if (codeOf(cause) === 'ENOENT') return null
        throw new StoreFailed(`disk: ${codeOf(cause)}`, false, { cause })
      })
      return bytes && assertSame(bytes, sha256)
    },
    whyUnfit: async () =>
      await mkdir(folder, { recursive: true })
        .then(() => access(folder, constants.W_OK))
        .then(() => null)
        .catch((error: unknown) => `files: ${codeOf(error)}`),
  }
}

/** Written aside, forced to the disk, then renamed: a name in the store always has all its bytes behind it. */
async function whole(place: string, bytes: Uint8Array) {
  await mkdir(path.dirname(place), { recursive: true })
  const aside = `${place}.${randomUUID()}.part`
  try {
    const file = await open(aside, 'wx', 0o640)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, place)
    await syncFolder(path.dirname(place))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** The rename itself outlives a power cut only once its folder is on the disk; Windows knows no such thing. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
