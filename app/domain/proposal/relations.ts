import { hasRole, heads, unitOf, type Viewer } from '../people/viewer'
import type { Facts } from './facts'
import type { Actor, Relation, Who } from './rule-row'

type Test = (f: Facts, role: Actor) => boolean

const relations: Record<Relation, Test> = {
  bureau: () => true,
  own_division: (f) => heads(f.viewer, f.proposal.divisionId),
  own: (f) => f.viewer.userId !== null && f.viewer.userId === f.proposal.handlerId,
  asked: (f, role) => wasAsked(f.viewer, f, role),
  step: hasStep,
  drafter: (f) => f.viewer.userId !== null && f.viewer.userId === f.reply?.drafterId,
  signer: isSigner,
  step_or_signer: (f, role) => isSigner(f, role) || hasStep(f, role),
  own_letter: (f) =>
    f.viewer.delegateId !== null &&
    f.receipts.some((r) => r.delegateId === f.viewer.delegateId && r.letterId === f.viewer.letterId),
}

function isSigner(f: Facts, role: Actor) {
  return role === f.profile.signerRole
}

function hasStep(f: Facts, role: Actor) {
  return f.reply?.steps.some((s) => s.role === role && holdsStep(f.viewer, role, s.divisionId)) ?? false
}

function wasAsked(viewer: Viewer, f: Facts, role: Actor) {
  if (!f.request) return false
  if (role === 'link_holder') return viewer.link !== undefined && viewer.link.requestId === f.request.id
  if (role === 'co_handler') return f.request.unitId !== null && f.request.unitId === unitOf(viewer)
  return viewer.memberships.some(
    (m) => m.role === role && m.divisionId !== null && m.divisionId === f.request?.divisionId,
  )
}

/** A division head's step belongs to the head of that division; other steps to anyone with the role. */
export function holdsStep(viewer: Viewer, role: Actor, divisionId: string | null): boolean {
  if (role === 'division_head') return heads(viewer, divisionId)
  return role !== 'delegate' && role !== 'link_holder' && hasRole(viewer, role)
}

function mayActAs(f: Facts, role: Actor) {
  if (role === 'delegate') return f.viewer.delegateId !== null
  return role === 'link_holder' ? f.viewer.link !== undefined : hasRole(f.viewer, role)
}

/** Whether the viewer holds one of the roles of a row and stands to the proposal as the row asks. */
export function isEntitled(who: Who, f: Facts): boolean {
  const pairs = Object.entries(who) as [Actor, Relation][]
  return pairs.some(([role, relation]) => mayActAs(f, role) && relations[relation](f, role))
}
