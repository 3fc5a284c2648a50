import { holdsStep } from '../proposal/relations'
import { hasRole, heads, type Viewer } from '../people/viewer'
import type { Role } from '../people/kinds'
import type { RequestState } from '../co-handling/request-states'
import type { PublicationState } from '../publication/states'
import type { ReplyState } from '../reply/states'
import type { ProposalState } from '../proposal/states'

/** What may wait for a person at his desk; each is one thing to do on one proposal. */
export const taskKinds = [
  'check', 'allocate', 'accept', 'split_asks', 'log_contact', 'judge_opinions', 'ask_others', 'coordinate', 'urge', 'draft', 'amend', 'review', 'sign',
  'issue', 'propose_publication', 'review_publication', 'confirm_commitments', 'close', 'archive',
] as const // prettier-ignore
export type TaskKind = (typeof taskKinds)[number]

/** As much of a proposal as decides who has something to do. */
export type Waiting = {
  state: ProposalState
  divisionId: string | null
  handlerId: string | null
  askCount: number
  contactCount: number
  requestStates: readonly RequestState[]
  /** A request still owed is due soon or late. */
  isOpinionPressing: boolean
  reply: {
    state: ReplyState
    drafterId: string
    wasReturned: boolean
    steps: readonly OpenStep[]
    isChainComplete: boolean
    signerRole: Role
  } | null
  publication: PublicationState | null
  areCommitmentsReviewed: boolean
  awaitedReceipts: number
}

export type OpenStep = { role: Role; divisionId: string | null; isOpen: boolean }

/** What waits for this viewer on this proposal; empty when nothing does. The guards decide in the end, this only points. */
export const whatWaits = (viewer: Viewer, w: Waiting): TaskKind[] => [
  ...forOffice(viewer, w),
  ...forDivision(viewer, w),
  ...forHandler(viewer, w),
  ...forReviewers(viewer, w),
]

function forOffice(viewer: Viewer, w: Waiting): TaskKind[] {
  const found: TaskKind[] = []
  if (hasRole(viewer, 'registrar') && w.state === 'registered') found.push('check')
  if ((hasRole(viewer, 'registrar') || hasRole(viewer, 'archivist')) && w.state === 'closed')
    found.push('archive')
  if (hasRole(viewer, 'coordinator') && w.state === 'triage') found.push('allocate')
  if (hasRole(viewer, 'coordinator') && w.state === 'handling' && w.requestStates.includes('disputed'))
    found.push('coordinate')
  if (hasRole(viewer, 'coordinator') && w.state === 'replied' && isReadyToClose(w)) found.push('close')
  if (hasRole(viewer, 'seal_clerk') && w.reply?.state === 'signed') found.push('issue')
  return found
}

const isReadyToClose = (w: Waiting) =>
  w.awaitedReceipts === 0 && w.publication === 'reviewed' && w.areCommitmentsReviewed

function forDivision(viewer: Viewer, w: Waiting): TaskKind[] {
  if (!heads(viewer, w.divisionId)) return []
  if (w.state === 'assigned') return ['accept']
  return w.state === 'replied' && !w.areCommitmentsReviewed ? ['confirm_commitments'] : []
}

function forHandler(viewer: Viewer, w: Waiting): TaskKind[] {
  if (viewer.userId === null || viewer.userId !== w.handlerId) return []
  if (w.state === 'replied') return w.publication === null ? ['propose_publication'] : []
  if (w.state !== 'handling') return []
  const found: TaskKind[] = []
  if (w.askCount === 0) found.push('split_asks')
  if (w.contactCount === 0) found.push('log_contact')
  if (w.requestStates.includes('answered')) found.push('judge_opinions')
  if (w.requestStates.includes('declined')) found.push('ask_others')
  if (w.isOpinionPressing) found.push('urge')
  if (!w.reply || w.reply.state === 'abandoned') found.push('draft')
  if (w.reply?.state === 'drafting') found.push(w.reply.wasReturned ? 'amend' : 'draft')
  return found
}

function forReviewers(viewer: Viewer, w: Waiting): TaskKind[] {
  const found: TaskKind[] = []
  if (hasRole(viewer, 'openness_reviewer') && w.publication === 'proposed') found.push('review_publication')
  if (w.reply?.state !== 'clearance') return found
  const mine = w.reply.steps.some((s) => s.isOpen && holdsStep(viewer, s.role, s.divisionId))
  if (mine && w.reply.drafterId !== viewer.userId) found.push('review')
  if (hasRole(viewer, w.reply.signerRole) && w.reply.isChainComplete) found.push('sign')
  return found
}
