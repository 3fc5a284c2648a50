import { asc, desc, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { coordination, opinionLink } from '~/db/schema/co-handling'
import { isStaff, type Viewer } from '../people/viewer'

/** What stands beside the requests of a proposal: their links, without the tokens, and the coordinations on record. */
export async function readCoHandling(viewer: Viewer, proposalId: string) {
  if (!isStaff(viewer)) return { links: [], coordinations: [] }
  return await asViewer(viewer, async (tx) => {
    const [links, coordinations] = await Promise.all([
      tx
        .select({
          requestId: opinionLink.requestId, person: opinionLink.person, madeAt: opinionLink.madeAt, expiresAt: opinionLink.expiresAt,
          acceptedBy: opinionLink.acceptedBy, acceptedAt: opinionLink.acceptedAt, usedBy: opinionLink.usedBy, usedAt: opinionLink.usedAt,
          voidedAt: opinionLink.voidedAt,
        })
        .from(opinionLink)
        .where(eq(opinionLink.proposalId, proposalId))
        .orderBy(desc(opinionLink.madeAt)),
      tx
        .select()
        .from(coordination)
        .where(eq(coordination.proposalId, proposalId))
        .orderBy(asc(coordination.heldOn), asc(coordination.recordedAt)),
    ]) // prettier-ignore
    return { links, coordinations }
  })
}

export type CoHandlingBeside = Awaited<ReturnType<typeof readCoHandling>>

/** 链接给卢亦舟，3月… : how the newest link of a request stands. */
export function linkWords(link: CoHandlingBeside['links'][number], realNow: Date): string {
  if (link.usedAt) return `链接已由${link.usedBy ?? link.person}用过`
  if (link.voidedAt) return '链接已收回'
  if (link.expiresAt <= realNow) return `给${link.person}的链接已过期`
  return link.acceptedBy ? `链接由${link.acceptedBy}签收` : `链接给${link.person}，未签收`
}
