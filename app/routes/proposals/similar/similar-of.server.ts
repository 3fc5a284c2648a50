import { findSimilar } from '~/domain/triage/find-similar.server'
import type { UserVisit } from '~/http/for-user.server'
import { proposalOf } from '../proposal-of.server'
import { withWhy } from './case-list'

/** What resembles the proposal of the URL, with the reason in words. */
export async function similarOf(visit: UserVisit) {
  const { facts, sponsors } = await proposalOf(visit)
  const { id, subject, text, officialNo } = facts.proposal
  const found = await findSimilar(visit.viewer, { id, subject, text, officialNo, sponsors: sponsors.map((s) => s.name) })
  return found.map(withWhy)
} // prettier-ignore
