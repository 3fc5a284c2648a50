import { countMiss, refuseGuessing } from '~/auth/link-tries.server'
import {
  resolveOpinionLink, viewerOfOpinionLink, type OpinionLink,
} from '~/domain/co-handling/resolve-opinion-link.server' // prettier-ignore
import { hashOfToken } from '~/domain/receipt/receipt-link.server'
import { NotFound } from '~/domain/refusals'
import type { Visit } from '~/http/for-anyone.server'
import { askedPageOf } from './asked-page.server'
import type { Ended } from './ended'

/** The link of the URL; looking consumes nothing. @throws NotFound for a token nobody made · Response 429 for who guesses */
export async function openOpinionLink({ params, realNow, source }: Visit) {
  refuseGuessing(source, realNow)
  const tokenHash = hashOfToken(params['token'] ?? '')
  const link = await resolveOpinionLink(tokenHash, realNow)
  if (!link) {
    countMiss(source, realNow)
    throw new NotFound('opinion link')
  }
  return { tokenHash, link, viewer: viewerOfOpinionLink(link) }
}

/** The request behind a link as its holder may see it; of a link that ran out or was taken back nothing is read. */
export async function readByLink(visit: Visit) {
  const { link, viewer } = await openOpinionLink(visit)
  if (link.standing === 'expired' || link.standing === 'voided')
    return { link, page: null, ended: link.standing }
  const page = await askedPageOf(viewer, link.requestId, visit)
  return { link, page, ended: endOf(link, page) }
}

function endOf(link: OpinionLink, page: Awaited<ReturnType<typeof askedPageOf>>): Ended | null {
  if (page.state === 'cancelled') return 'cancelled'
  if (page.proposal.round !== link.round) return 'over'
  return link.standing === 'open' ? null : link.standing
}
