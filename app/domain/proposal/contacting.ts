import type { RuleProfile } from '../deadlines/rule-profile'
import { contactChannelWords, contactPhaseWords } from './words'
import type { ContactChannel, ContactPhase } from './words-of-the-trade'

/** How a place wants its delegates contacted, as data of its profile. */
export type Contacting = NonNullable<RuleProfile['contacting']>
export type LoggedContact = { phase: ContactPhase; channel: ContactChannel; heldOn: string }

/** Of a profile written before this was part of one: the law's one contact before the reply. */
const lawful: Contacting = {
  beforeReply: 1, phases: [], channels: null, noneWishedCounts: true,
  citation: { practice: true, note: '答复前至少沟通一次' },
} // prettier-ignore

export const contactingOf = (profile: Pick<RuleProfile, 'contacting'>): Contacting =>
  profile.contacting ?? lawful

/** Whether one contact fulfils anything here: by a way that counts, or where the delegate wished for none. */
export function counts(
  { channels, noneWishedCounts }: Contacting,
  { channel }: Pick<LoggedContact, 'channel'>,
) {
  if (channel === 'none_wished') return noneWishedCounts
  return channels === null || channels.includes(channel)
}

/**
 * What is still missing before the reply goes to clearance (办前、办中), or before closing (办后), in words; empty where
 * nothing is. Who wished for no contact is not to be contacted for a number's sake.
 */
export function missingContacts(
  rule: Contacting,
  contacts: readonly LoggedContact[],
  until: 'reply' | 'closing',
): string[] {
  const counting = contacts.filter((c) => counts(rule, c))
  if (counting.some((c) => c.channel === 'none_wished')) return []
  const has = (phase: ContactPhase) => counting.some((c) => c.phase === phase)
  const phases = rule.phases.filter((p) => (p === 'after') === (until === 'closing') && !has(p))
  const missing = phases.map((p) => `${contactPhaseWords[p]}沟通`)
  if (until === 'closing') return missing
  const short = rule.beforeReply - counting.filter((c) => c.phase !== 'after').length
  if (short > phases.length) missing.push(`答复前的沟通还差 ${short} 次${waysOf(rule)}`)
  return missing
}

const waysOf = ({ channels }: Contacting) =>
  channels === null ? '' : `（${channels.map((c) => contactChannelWords[c]).join('、')}才算）`

/** The rule in a sentence, for the page and the profile's sheet. */
export function contactingWords(rule: Contacting): string {
  const { beforeReply, phases, channels, noneWishedCounts } = rule
  return [
    beforeReply > 0 ? `答复前至少沟通 ${beforeReply} 次` : '答复前不要求沟通',
    phases.length > 0 ? `${phases.map((p) => contactPhaseWords[p]).join('、')}各至少一次` : '',
    channels === null ? '' : `以${channels.map((c) => contactChannelWords[c]).join('、')}为准`,
    noneWishedCounts ? '代表委员表示不需要的，记录后可免' : '代表委员表示不需要的，也要沟通',
  ].filter(Boolean).join('；') // prettier-ignore
}
