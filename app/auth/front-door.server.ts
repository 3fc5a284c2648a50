import { sql } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { nobody } from '~/domain/people/viewer'
import type { Role } from '~/domain/people/kinds'

export type DemoAccount = { login: string; name: string; title: string; roles: Role[] }
export type FrontDoor = { bureauName: string; accounts: DemoAccount[] }

type Row = { name: string; is_demo: boolean; accounts: DemoAccount[] | string | null }

/** The bureau's name for the sign-in page; accounts only where the bureau is a demo. */
export async function readFrontDoor(): Promise<FrontDoor> {
  const [row] = await asViewer(nobody, (tx) => tx.execute<Row>(sql`select * from fuhan_front_door()`))
  if (!row) return { bureauName: '复函', accounts: [] }
  const accounts =
    typeof row.accounts === 'string' ? (JSON.parse(row.accounts) as DemoAccount[]) : (row.accounts ?? [])
  return { bureauName: row.name, accounts: row.is_demo ? accounts : [] }
}
