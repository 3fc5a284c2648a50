import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase, openDatabase } from '~/db/client.server'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The cluster the global setup started; its template holds the real migrations. */
    postgres: { superuserUrl: string; ownerUrl: string; template: string }
  }
}

export const named = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href

/** A database of this test file's own, cloned from the migrated template. Returns its owner URL, once opened. */
export function useTestDatabase(): { ownerUrl: () => string; superuserUrl: () => string } {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const { superuserUrl, ownerUrl, template } = inject('postgres')
  beforeAll(async () => {
    await onCluster(superuserUrl, `create database ${name} template ${template} owner fuhan`)
    openDatabase(named(ownerUrl, name))
  }, 60_000)
  afterAll(async () => {
    await closeDatabase()
    await onCluster(superuserUrl, `drop database if exists ${name} with (force)`)
  })
  return { ownerUrl: () => named(ownerUrl, name), superuserUrl: () => named(superuserUrl, name) }
}

export async function onCluster(url: string, statement: string) {
  const client = postgres(url, { max: 1, onnotice() {} })
  await client.unsafe(statement)
  await client.end()
}
