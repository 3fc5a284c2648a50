import type { RuleProfile } from '../deadlines/rule-profile'
import type { SponsorFacts } from '../proposal/facts-beside'

export type Addressed = {
  delegateId: string
  name: string
  /** A letter of his own, or the lead tells him. */
  by: 'letter' | 'relay'
  /** The body that receives the letter for a delegation 代表团. */
  through: string
  why: string
}

type Asked = {
  profile: Pick<RuleProfile, 'answering'>
  proposal: { sponsorKind: string }
  sponsors: readonly SponsorFacts[]
}

/** Who must be answered, in order, and how, by the profile (domain.md §2.1, last column, and §11, 7). */
export function answeredBy({ profile, proposal, sponsors }: Asked): Addressed[] {
  if (proposal.sponsorKind === 'organisation') return sponsors.map((s) => organisation(s, profile))
  const [lead, ...others] = sponsors
  if (!lead) return []
  const own = (s: SponsorFacts, why: string): Addressed => addressed(s, 'letter', '', why)
  if (others.length === 0) return [own(lead, '答复提出人')]
  const joint = profile.answering?.joint ?? null
  const whole = others.every((s) => s.consents.includes('relay'))
  const isRelayed = joint === 'lead_relays' || (joint === 'each_or_lead' && whole)
  if (!isRelayed) {
    const why = joint === 'each_or_lead' ? '逐人答复；全体联名人同意后可由领衔人转告' : '联名的逐人答复'
    return [own(lead, '领衔'), ...others.map((s) => own(s, why))]
  }
  const why = joint === 'lead_relays' ? '由领衔人转告' : '已同意由领衔人转告'
  return [own(lead, '领衔，并转告联名人'), ...others.map((s) => addressed(s, 'relay', '', why))]
}

const addressed = (s: SponsorFacts, by: Addressed['by'], through: string, why: string): Addressed => ({
  delegateId: s.id,
  name: s.name,
  by,
  through,
  why,
})

function organisation(s: SponsorFacts, { answering }: Pick<RuleProfile, 'answering'>): Addressed {
  const isDelegation = s.organisationKind === 'delegation'
  if (isDelegation && answering?.organisation === 'liaison_group')
    return addressed(
      s,
      'letter',
      s.liaisonGroup,
      s.liaisonGroup ? '代表团的，答复其代表联系组' : '代表团的须答复代表联系组，还没有登记',
    )
  if (isDelegation && answering?.organisation === 'npc_office')
    return addressed(s, 'letter', '', '代表团的，经其人大常委会办事机构转送')
  return addressed(s, 'letter', '', '答复提出单位')
}

/** A delegation whose liaison group nobody has recorded: its letter has nowhere to go. */
export const unknownLiaison = (f: Asked): boolean =>
  f.profile.answering?.organisation === 'liaison_group' &&
  f.sponsors.some((s) => s.organisationKind === 'delegation' && s.liaisonGroup === '')
