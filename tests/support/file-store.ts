import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openFileStore } from '~/files/open-store.server'

/** A file store on the disk for one test file. Returns its folder. */
export function useFileStore(): () => string {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fuhan-files-'))
    openFileStore({ kind: 'disk', folder })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => folder
}
