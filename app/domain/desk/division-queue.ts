import type { Role } from '../people/kinds'
import { heads, type Viewer } from '../people/viewer'

/** What waits in a division for somebody's hand: 待签收 · 会办待签收 · 待处室审核 · 退回修改. */
export type QueueKind = 'accept' | 'request' | 'review' | 'amend'

/** As much of a proposal as decides what of it waits in a division. */
export type Queued = {
  state: string
  divisionId: string | null
  reply: {
    state: string
    wasReturned: boolean
    steps: readonly { role: Role; divisionId: string | null; isOpen: boolean }[]
  } | null
}

/** What of one proposal waits in the division; `requestId`: a request to it that nobody has signed for. */
export function queueKinds(divisionId: string, w: Queued, requestId: string | null): QueueKind[] {
  const found: QueueKind[] = requestId === null ? [] : ['request']
  if (w.divisionId !== divisionId) return found
  if (w.state === 'assigned') found.push('accept')
  const isOwnStep = w.reply?.steps.some(
    (s) => s.isOpen && s.role === 'division_head' && s.divisionId === divisionId,
  )
  if (w.reply?.state === 'clearance' && isOwnStep) found.push('review')
  if (w.state === 'handling' && w.reply?.state === 'drafting' && w.reply.wasReturned) found.push('amend')
  return found
}

export const worksIn = (viewer: Viewer, divisionId: string) =>
  viewer.memberships.some(
    (m) => (m.role === 'division_head' || m.role === 'handler') && m.divisionId === divisionId,
  )

const handlesIn = (viewer: Viewer, divisionId: string) =>
  viewer.memberships.some((m) => m.role === 'handler' && m.divisionId === divisionId)

/**
 * Whether the viewer may take this from the queue himself. The lifecycle tables give no more than this: signing for a
 * proposal and naming its handler is the head's, a request to the division anybody's in it; reviews and returned
 * drafts already have their person.
 */
export function mayTake(viewer: Viewer, divisionId: string, kind: QueueKind): boolean {
  if (kind === 'request') return worksIn(viewer, divisionId)
  return kind === 'accept' && heads(viewer, divisionId) && handlesIn(viewer, divisionId)
}

export type Load = { userId: string; name: string; open: number }

/** Whom to give the next proposal: who has the least under way; the order of the list decides between equals. */
export const leastLoaded = (loads: readonly Load[]): Load | null =>
  loads.reduce<Load | null>((least, one) => (least === null || one.open < least.open ? one : least), null)
