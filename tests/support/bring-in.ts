import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from './client'

export const publishedPages = join(import.meta.dirname, '../documents/published-pages')

export type SavedPage = { name: string; bytes: Buffer }

export const savedPage = async (name: string): Promise<SavedPage> => ({
  name,
  bytes: await readFile(join(publishedPages, name)),
})

/** Posts the form of /library/new as a browser does: pasted text and chosen files. */
export async function postPages(person: Client, pages: readonly SavedPage[], text = '') {
  const form = new FormData()
  form.set('key', randomUUID())
  form.set('text', text)
  for (const { name, bytes } of pages) form.append('files', new File([new Uint8Array(bytes)], name))
  const request = new Request('http://form', { method: 'POST', body: form })
  const body = await request.arrayBuffer()
  return await person.raw('/library/new', body, {
    'Content-Type': request.headers.get('Content-Type') ?? '',
  })
}
