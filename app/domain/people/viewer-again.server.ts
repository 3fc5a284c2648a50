import { and, eq, isNull } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { appUser, membership } from '~/db/schema/people'
import type { Role } from './kinds'
import { houseOf, type Viewer } from './viewer'

/** A person as he stands now, for work done in his name while he is away; null when the account is disabled or gone. */
export async function viewerAgain(bureauId: string, userId: string): Promise<Viewer | null> {
  return await asViewer(houseOf(bureauId), async (tx) => {
    const [[user], held] = await Promise.all([
      tx
        .select({ name: appUser.name })
        .from(appUser)
        .where(and(eq(appUser.id, userId), isNull(appUser.disabledAt))),
      tx.select().from(membership).where(eq(membership.userId, userId)),
    ])
    if (!user) return null
    return {
      bureauId,
      userId,
      delegateId: null,
      letterId: null,
      name: user.name,
      memberships: held.map((m) => ({ role: m.role as Role, divisionId: m.divisionId, unitId: m.unitId })),
    }
  })
}
