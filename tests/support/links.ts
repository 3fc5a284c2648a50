import { randomUUID } from 'node:crypto'
import { makeOpinionLink } from '~/domain/co-handling/opinion-link.server'
import { resolveOpinionLink, viewerOfOpinionLink } from '~/domain/co-handling/resolve-opinion-link.server'
import type { Viewer } from '~/domain/people/viewer'
import { hashOfToken } from '~/domain/receipt/receipt-link.server'
import { as, realNow } from './story'

/** A link to one request, and the viewer whoever opens it is. */
export async function linkTo(maker: Viewer, target: { proposalId: string; requestId: string }) {
  const token = randomUUID() + randomUUID()
  await makeOpinionLink(as(maker), target, { person: '卢亦舟', tokenHash: hashOfToken(token) })
  const link = await resolveOpinionLink(hashOfToken(token), realNow)
  if (!link) throw new Error('the link was not made')
  return { token, link, viewer: viewerOfOpinionLink(link) }
}
