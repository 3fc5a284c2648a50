import type { Circumstances, DeadlineRule, NoticeDay } from './deadline-rule'
import { deadlineKinds, type DeadlineKind } from './deadline-words'
import type { RuleProfile } from './rule-profile'

export type NoticeDays = Readonly<Partial<Record<DeadlineKind, NoticeDay>>>

/** What is known of one proposal; null where it is not decided yet, absent where nobody asked. */
export type Item = { readonly [K in keyof Circumstances]?: Circumstances[K] | null }

/**
 * A profile as it holds for one proposal: amounts, chain and signer of its circumstances, and the days its meeting's
 * notice fixes. What reads a rule afterwards need not know that places make differences.
 */
export function profileFor(profile: RuleProfile, item: Item, notices: NoticeDays = {}): RuleProfile {
  const chain = profile.chains?.find((variant) => isIn(item, variant.when))
  const rules = deadlineKinds.map((kind) =>
    kind === 'reply' && item.handlingRole === 'assist'
      ? ownOpinion(ruleFor(profile.deadlines.opinion, item, notices.opinion))
      : ruleFor(profile.deadlines[kind], item, notices[kind]),
  )
  if (!chain && rules.every((rule) => rule === profile.deadlines[rule.kind])) return profile
  return {
    ...profile,
    clearanceChain: chain?.chain ?? profile.clearanceChain,
    signerRole: chain?.signerRole ?? profile.signerRole,
    deadlines: Object.fromEntries(rules.map((rule) => [rule.kind, rule])) as RuleProfile['deadlines'],
  }
}

/**
 * Where we only assist, what we owe is an opinion to the lead unit, by the opinion's days (domain dossier §2.1): it takes
 * the reply's place. What a unit of ours counts from the sending, we count from the receipt.
 */
const ownOpinion = (opinion: DeadlineRule): DeadlineRule => ({
  ...opinion,
  kind: 'reply',
  startEvent: opinion.startEvent === 'request_sent' ? 'received' : opinion.startEvent,
})

function ruleFor(rule: DeadlineRule, item: Item, notice: NoticeDay | undefined): DeadlineRule {
  const variant = rule.variants?.find((v) => isIn(item, v.when))
  if (!variant) return notice ? { ...rule, notice } : rule
  const { kind, name, startEvent, soonThreshold, extension, basis } = rule
  const { when: _, citation = rule.citation, ...amount } = variant
  return { kind, name, startEvent, soonThreshold, extension, basis, notice, citation, ...amount }
}

const isIn = (item: Item, when: Circumstances) =>
  Object.entries(when).every(([what, value]) => item[what as keyof Circumstances] === value)

/**
 * The days of a meeting's notice with the one fixed for this item by the assigning body's list, or by the bureau that asks
 * us for an opinion: the tighter holds.
 */
export function withItemDay(
  notices: NoticeDays,
  day: NoticeDay | null,
  handlingRole: Item['handlingRole'] = null,
): NoticeDays {
  const kind = handlingRole === 'assist' ? 'opinion' : 'reply'
  const fixed = notices[kind]
  if (!day || (fixed && fixed.dueOn <= day.dueOn)) return notices
  return { ...notices, [kind]: day }
}
