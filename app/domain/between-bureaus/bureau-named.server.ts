import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { bureau } from '~/db/schema/people'
import { bureauIds } from '../log/verify-log.server'
import { founderOf } from '../people/found-bureau.server'

/** The bureau of this full name, for whoever runs the installation; null where there is none. */
export async function bureauNamed(name: string): Promise<string | null> {
  for (const id of await bureauIds()) {
    const [row] = await asViewer(founderOf(id), (tx) =>
      tx.select({ name: bureau.name }).from(bureau).where(eq(bureau.id, id)),
    )
    if (row?.name === name) return id
  }
  return null
}
