import type { Amount, Citation, FurtherRule } from '../deadline-rule'
import {
  deadlineKinds,
  kindWords,
  type DeadlineKind,
  type FurtherKind,
  type StartEvent,
} from '../deadline-words'
import type { DeadlineRule, RuleProfile } from '../rule-profile'
import { statutoryDefault } from './statutory-default'

/** What a place's source says of one deadline. */
export type Said = Amount &
  Pick<DeadlineRule, 'extension' | 'variants'> & {
    /** Where the source does not say from when, the default's start is kept and the note says so. */
    from?: StartEvent
    cite: Citation
  }

type Own = Omit<Partial<RuleProfile>, 'deadlines' | 'further'> & Pick<RuleProfile, 'id' | 'name'>

/** One place's rules as its bureau would note them on a card: what its source says, and nothing else. */
export type RuleCard = Own & {
  version?: number
  rules: Partial<Record<DeadlineKind, Said>>
  further?: Partial<Record<FurtherKind, Said & { from: StartEvent }>>
}

export const workdays = (amount: number): Amount => ({
  unit: 'workday', amount, wideAmount: null, maxAmount: null,
}) // prettier-ignore
export const days = (amount: number): Amount => ({ unit: 'day', amount, wideAmount: null, maxAmount: null })

type MoreMonths = { wide?: number; atMost?: number }
export const months = (amount: number, { wide, atMost }: MoreMonths = {}): Amount => ({
  unit: 'month', amount, wideAmount: wide ?? null, maxAmount: atMost ?? wide ?? null,
}) // prettier-ignore

/** A day of the year: 'MM-DD'. */
export const on = (monthDay: string): Amount => ({ unit: 'fixed', monthDay, rollsForward: false })

/** An extension the assigning body has to agree to. */
export const withConsent = { extension: { needsConsent: true, tellsDelegate: null } }

/** Cites one instrument, by article where one is known. */
export const instrument =
  (law: string, edition: string) =>
  (article: string | null = null, note: string | null = null): Citation => ({ law, edition, article, note })

/** A card completed: what the place has no rule of its own for is the statutory default's, and says so. */
export function profileFrom({ rules, further, ...own }: RuleCard): RuleProfile {
  const deadlines = deadlineKinds.map((kind): [DeadlineKind, DeadlineRule] => {
    const ordinary = statutoryDefault.deadlines[kind]
    const said = rules[kind]
    return [kind, said ? { ...ruleOf(said, ordinary), kind } : { ...ordinary, basis: statutoryDefault.id }]
  })
  return {
    ...statutoryDefault, version: 1, effectiveFrom: null, effectiveTo: null, ...own,
    deadlines: Object.fromEntries(deadlines) as RuleProfile['deadlines'],
    ...(further ? { further: furtherOf(further) } : {}),
  } // prettier-ignore
}

function ruleOf({ from, cite, ...said }: Said, ordinary: DeadlineRule) {
  const { name, startEvent, soonThreshold } = ordinary
  const citation =
    from || said.unit === 'fixed'
      ? cite
      : { ...cite, note: [cite.note, '起算日来源未写明'].filter(Boolean).join('；') }
  return { ...said, name, startEvent: from ?? startEvent, soonThreshold, citation }
}

const furtherOf = (further: NonNullable<RuleCard['further']>) =>
  Object.fromEntries(
    Object.entries(further).map(([kind, { from, cite, ...said }]): [string, FurtherRule] => [
      kind,
      { ...said, name: kindWords[kind as FurtherKind], startEvent: from, soonThreshold: 3, citation: cite },
    ]),
  )
