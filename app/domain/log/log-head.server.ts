import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { shanghaiDay } from '../deadlines/day'
import { auditorOf, bureauIds } from './verify-log.server'

/** The last event of every chain on one day, kept outside the database. */
export type LogHead = {
  bureauId: string
  writtenAt: string
  chains: { chain: string; sequence: number; hash: string }[]
}

const folderOf = (dataDir: string) => path.join(dataDir, 'log-heads')

/** Writes the day's head of every bureau as DATA_DIR/log-heads/DAY-BUREAU.json, so that a cut tail shows. */
export async function writeLogHeads(dataDir: string, realNow: Date): Promise<string[]> {
  await mkdir(folderOf(dataDir), { recursive: true })
  const written: string[] = []
  for (const bureauId of await bureauIds()) {
    const head: LogHead = { bureauId, writtenAt: realNow.toISOString(), chains: await heads(bureauId) }
    const file = path.join(folderOf(dataDir), `${shanghaiDay(realNow)}-${bureauId}.json`)
    await writeFile(`${file}.part`, JSON.stringify(head))
    await rename(`${file}.part`, file)
    written.push(file)
  }
  return written
}

const heads = (bureauId: string) =>
  asViewer(auditorOf(bureauId), async (tx) => {
    const rows = await tx.execute<{ chain: string; sequence: number; hash: string }>(
      sql`select distinct on (chain) chain, sequence, hash from event where bureau_id = ${bureauId} order by chain, sequence desc`,
    )
    return [...rows].map(({ chain, sequence, hash }) => ({ chain, sequence, hash }))
  })

/** The newest head written for a bureau, or null. */
export async function newestHead(dataDir: string, bureauId: string): Promise<LogHead | null> {
  const names = await readdir(folderOf(dataDir)).catch(() => [])
  const name = names
    .filter((n) => n.endsWith(`-${bureauId}.json`))
    .toSorted()
    .at(-1)
  return name ? (JSON.parse(await readFile(path.join(folderOf(dataDir), name), 'utf8')) as LogHead) : null
}
