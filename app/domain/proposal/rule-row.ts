import type { Role } from '../people/kinds'
import type { GuardName } from './guards'
import type { HandlingRole } from './words-of-the-trade'

/**
 * How the actor must stand to the proposal besides holding the role.
 * bureau: anyone with the role · own_division: of the lead division · own: the handler himself ·
 * asked: the unit or division the request went to · step: holder of the open step · drafter · signer ·
 * own_letter: the addressee by his personal link.
 */
export type Relation =
  | 'bureau'
  | 'own_division'
  | 'own'
  | 'asked'
  | 'step'
  | 'drafter'
  | 'signer'
  | 'step_or_signer'
  | 'own_letter'

/** Who acts without a membership: the addressee of a letter, and whoever holds the link to one request. */
export type Actor = Role | 'delegate' | 'link_holder'

export type Who = Partial<Record<Actor, Relation>>

/** One row of a lifecycle table: from → to, who may, and what must hold. */
export type RuleRow<State extends string> = {
  from: readonly (State | 'none')[]
  /** 'same': the state does not change. */
  to: State | 'same'
  /** States it may lead to instead, by what is told: 接续办理 goes as far as the other system had come. */
  orTo?: readonly State[]
  who: Who
  guards: readonly GuardName[]
  /** Where this bureau only assists (会办) and the rules differ. */
  assist?: { guards?: readonly GuardName[]; to?: State | 'same' }
  /** An answer nobody waits for any more, see isPastUse: it is filed and changes nothing of the letter. */
  late?: { from: readonly State[]; to: State }
  /** Handling roles the row is for; all where absent. */
  roles?: readonly HandlingRole[]
  /** On the leading proposal of a merge group it acts on every member. */
  isGrouped?: true
  /** Changes state, allocation, round, role or the frozen revision, so that a stale page must be told (409). */
  isVersioned: boolean
}
