import type { Role } from '../people/kinds'
import type { NoticeKind } from './kinds'
import type { Told } from './told'

export type Post = { userId: string; role: Role; divisionId: string | null; unitId: string | null }

/** As much of a proposal as decides who is told of an event. */
export type Concerned = {
  divisionId: string | null
  handlerId: string | null
  request: { unitId: string | null; divisionId: string | null } | null
  drafterId: string | null
  /** Steps open now; `isNew` where this very event opened it. */
  openSteps: readonly { role: string; divisionId: string | null; isNew: boolean }[]
  /** Steps whose approval lapsed when the text was opened again or ended. */
  lapsedSteps: readonly { role: string; divisionId: string | null }[]
  /** Whose signature the reply waits for; null while it does not. */
  signerRole: Role | null
  watcherIds: readonly string[]
  /** Every post of everybody whose account is open. */
  posts: readonly Post[]
}

export type Hearer = { userId: string; kind: NoticeKind }

/** Who hears of it, each once; the person who did it is not told what he did. */
export function audienceOf(
  told: { kind: NoticeKind; to: readonly Told[] },
  c: Concerned,
  actorId: string | null,
): Hearer[] {
  const concerned = new Set(told.to.flatMap((who) => membersOf[who](c)))
  const open = new Set(c.posts.map((post) => post.userId))
  const hearers: Hearer[] = [
    ...[...concerned].map((userId) => ({ userId, kind: told.kind })),
    ...c.watcherIds.filter((id) => !concerned.has(id)).map((userId): Hearer => ({ userId, kind: 'watched' })),
  ]
  return hearers.filter(({ userId }) => userId !== actorId && open.has(userId))
}

const withRole = (c: Concerned, role: string) => c.posts.filter((p) => p.role === role).map((p) => p.userId)

const headsOf = (c: Concerned, divisionId: string | null) =>
  divisionId === null
    ? []
    : c.posts.filter((p) => p.role === 'division_head' && p.divisionId === divisionId).map((p) => p.userId)

const stepHolders = (c: Concerned, steps: Concerned['lapsedSteps']) =>
  steps.flatMap((s) =>
    s.role === 'division_head' && s.divisionId !== null ? headsOf(c, s.divisionId) : withRole(c, s.role),
  )

const one = (id: string | null) => (id === null ? [] : [id])

const membersOf: Record<Told, (c: Concerned) => string[]> = {
  handler: (c) => one(c.handlerId),
  drafter: (c) => one(c.drafterId),
  division_heads: (c) => headsOf(c, c.divisionId),
  asked: (c) =>
    c.request?.unitId
      ? c.posts.filter((p) => p.role === 'co_handler' && p.unitId === c.request?.unitId).map((p) => p.userId)
      : headsOf(c, c.request?.divisionId ?? null),
  // A unit outside has no leader's account here: its own account is asked to pass it up. A division's head answers to the deputy.
  asked_leaders: (c) => (c.request?.divisionId ? withRole(c, 'deputy') : headsOf(c, c.divisionId)),
  opened_steps: (c) => stepHolders(c, c.openSteps.filter((s) => s.isNew)),
  lapsed_steps: (c) => stepHolders(c, c.lapsedSteps),
  open_steps: (c) => stepHolders(c, c.openSteps),
  step_leaders: (c) => c.openSteps.flatMap((s) => withRole(c, s.role === 'deputy' ? 'director' : 'deputy')),
  signer: (c) => (c.signerRole ? withRole(c, c.signerRole) : []),
  registrars: (c) => withRole(c, 'registrar'),
  coordinators: (c) => withRole(c, 'coordinator'),
  deputies: (c) => withRole(c, 'deputy'),
  seal_clerks: (c) => withRole(c, 'seal_clerk'),
  openness_reviewers: (c) => withRole(c, 'openness_reviewer'),
  supervisors: (c) => withRole(c, 'supervisor'),
} // prettier-ignore
