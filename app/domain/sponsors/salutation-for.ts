import type { Facts } from '../proposal/facts'
import { salutationOf } from '../reply/compose-letter'
import type { Addressed } from './answered'

/** How the letter addresses him: 某某代表： · 某某代表联系组： */
export function salutationFor(
  f: Pick<Facts, 'profile' | 'proposal' | 'sponsors'>,
  to: Pick<Addressed, 'delegateId' | 'name' | 'through'>,
): string {
  const isOrganisation = f.sponsors.some((s) => s.id === to.delegateId && s.isOrganisation)
  return salutationOf(f.proposal.track, isOrganisation, to.through || to.name, f.profile)
}
