import { contactChannels, contactPhases } from '../proposal/words-of-the-trade'
import { contactingOf } from '../proposal/contacting'
import type { RuleProfile } from './rule-profile'

type At = (field: string) => string

/** The rule of contact as a form holds it; no way ticked means that every way counts. */
export function contactingValues(profile: RuleProfile): Record<string, string> {
  const { beforeReply, phases, channels, noneWishedCounts } = contactingOf(profile)
  const box = (isTicked: boolean) => (isTicked ? 'yes' : '')
  return {
    'contacting.beforeReply': String(beforeReply),
    ...Object.fromEntries(contactPhases.map((p) => [`contacting.${p}`, box(phases.includes(p))])),
    ...Object.fromEntries(
      countableChannels.map((c) => [`contacting.${c}`, box(channels?.includes(c) ?? false)]),
    ),
    'contacting.noneWishedCounts': box(noneWishedCounts),
  }
}

/** A wish for no contact has a box of its own. */
export const countableChannels = contactChannels.filter((c) => c !== 'none_wished')

/** What the form says of it; a number that is none is named. */
export function contactingFrom(at: At, bad: (field: string, message: string) => void) {
  const typed = at('contacting.beforeReply')
  if (!/^\d$/.test(typed)) bad('contacting.beforeReply', '请填 0 到 9 的数字。')
  const ticked = countableChannels.filter((c) => at(`contacting.${c}`) !== '')
  return {
    beforeReply: Number(typed) || 0,
    phases: contactPhases.filter((p) => at(`contacting.${p}`) !== ''),
    channels: ticked.length > 0 ? ticked : null,
    noneWishedCounts: at('contacting.noneWishedCounts') !== '',
    citation: { practice: true as const, note: '本局规定' },
  }
}
