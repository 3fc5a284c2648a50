import { diskStore } from './disk-store.server'
import type { FileStore } from './file-store'
import { s3Store, type S3Settings } from './s3-store.server'

/** Where the settings say files lie. */
export type FilePlace = { kind: 'disk'; folder: string } | ({ kind: 's3' } & S3Settings)

let store: FileStore | undefined

export function openFileStore(place: FilePlace): FileStore {
  store = place.kind === 'disk' ? diskStore(place.folder) : s3Store(place)
  return store
}

/** The store of this house. @throws when none was opened, which is a fault of the start */
export function fileStore(): FileStore {
  if (!store) throw new Error('the file store is not open')
  return store
}
