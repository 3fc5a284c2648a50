import { bureauWideRoles, type Role } from './kinds'

export type Membership = { role: Role; divisionId: string | null; unitId: string | null }

/** Who is looking: a signed-in person, the holder of a personal link, or nobody. The walls read this and nothing else. */
export type Viewer = {
  bureauId: string | null
  userId: string | null
  delegateId: string | null
  /** The one letter a receipt link speaks of. */
  letterId: string | null
  name: string
  /** The one request an opinion link speaks of; the walls look the link up themselves. */
  link?: { id: string; requestId: string }
  memberships: readonly Membership[]
  /** The house at work for one bureau, see houseOf: no person, and kept from drafts, opinions and delegates' data. */
  isHouse?: true
}

export const nobody: Viewer = {
  bureauId: null, userId: null, delegateId: null, letterId: null, name: '', memberships: [],
} // prettier-ignore

/** Who a job is: it acts for one bureau, reads what is open and whom to tell, and moves nothing. */
export const houseOf = (bureauId: string | null): Viewer => ({
  ...nobody,
  bureauId,
  name: '系统',
  isHouse: true,
})

export const rolesOf = (viewer: Viewer): Role[] => [...new Set(viewer.memberships.map((m) => m.role))]

export const hasRole = (viewer: Viewer, role: Role) => viewer.memberships.some((m) => m.role === role)

export const heads = (viewer: Viewer, divisionId: string | null) =>
  viewer.memberships.some((m) => m.role === 'division_head' && m.divisionId === divisionId)

export const unitOf = (viewer: Viewer): string | null =>
  viewer.memberships.find((m) => m.role === 'co_handler')?.unitId ?? null

/** People of the bureau itself, who may see drafts and opinions of the proposals open to them. */
export const isStaff = (viewer: Viewer) =>
  viewer.memberships.some(
    (m) => bureauWideRoles.includes(m.role) || m.role === 'division_head' || m.role === 'handler',
  )

/** The parties whose access rows open a proposal to this viewer (proposal_access.party). */
export function partiesOf(viewer: Viewer): string[] {
  const parties = viewer.memberships.flatMap((m): string[] => {
    if (bureauWideRoles.includes(m.role)) return ['bureau']
    if (m.role === 'division_head' || m.role === 'handler') return [`division:${m.divisionId}`]
    if (m.role === 'co_handler') return [`unit:${m.unitId}`]
    if (m.role === 'supervisor') return ['oversight']
    return []
  })
  if (viewer.isHouse) parties.push('bureau')
  if (viewer.delegateId) parties.push(`delegate:${viewer.delegateId}`)
  return [...new Set(parties)]
}

/** The name an idempotency key is unique under. */
export function actorOf(viewer: Viewer): string {
  if (viewer.userId) return `user:${viewer.userId}`
  if (viewer.delegateId) return `delegate:${viewer.delegateId}`
  if (viewer.link) return `link:${viewer.link.id}`
  if (unitOf(viewer)) return `unit:${unitOf(viewer)}`
  return 'nobody'
}
