import postgres from 'postgres'
import type { Membership, Viewer } from '~/domain/people/viewer'

/** A person of the demo bureau as the domain's commands want him, looked up by login past the walls. */
export async function demoViewer(superuserUrl: string, login: string): Promise<Viewer> {
  return await onHouse(superuserUrl, async (sql) => {
    const [user] = await sql<{ id: string; name: string; bureauId: string }[]>`
      select id, name, bureau_id as "bureauId" from app_user where login = ${login}`
    if (!user) throw new Error(`no account ${login}`)
    const memberships = await sql<Membership[]>`
      select role, division_id as "divisionId", unit_id as "unitId" from membership where user_id = ${user.id}`
    const { id, name, bureauId } = user
    return { bureauId, userId: id, delegateId: null, letterId: null, name, memberships: [...memberships] }
  })
}

/** One look past the walls, for what no page shows. */
export async function onHouse<R>(superuserUrl: string, look: (sql: postgres.Sql) => Promise<R>): Promise<R> {
  const sql = postgres(superuserUrl, { max: 1, onnotice() {} })
  try {
    return await look(sql)
  } finally {
    await sql.end()
  }
}
