import { z } from 'zod'
import { handlingRoles, priorities, sessionKinds, sponsorKinds, tracks } from '../proposal/words-of-the-trade'
import { isDay } from './day'
import { deadlineKinds, startEvents, termUnits } from './deadline-words'

const words = z.string().trim().min(1)

/** Where a rule stands: in a law, in a notice of the year, or in the bureau's practice only. */
export const citation = z.union([
  z.strictObject({
    law: words,
    edition: words,
    /** Null where only the instrument is known. */
    article: words.nullable(),
    note: words.nullable(),
  }),
  z.strictObject({ notice: words, note: words.nullable() }),
  z.strictObject({ practice: z.literal(true), note: words }),
])
export type Citation = z.infer<typeof citation>

/** What a rule may make a difference by. A proposal is in them when every one named is its own. */
export const circumstances = z
  .strictObject({
    track: z.enum(tracks),
    sessionKind: z.enum(sessionKinds),
    sponsorKind: z.enum(sponsorKinds),
    handlingRole: z.enum(handlingRoles),
    priority: z.enum(priorities),
    /** As the meeting is prefixed: 省, 市, 区. */
    region: words,
  })
  .partial()
  .refine((when) => Object.keys(when).length > 0, '没有写明适用情形')
export type Circumstances = z.infer<typeof circumstances>

const term = {
  unit: z.enum(termUnits),
  amount: z.int().min(1),
  /** In the rule's unit, for items marked 涉及面广、处理难度大; null where the rule makes no difference. */
  wideAmount: z.int().min(1).nullable(),
  /** In the rule's unit, extensions included; null where nothing caps them. */
  maxAmount: z.int().min(1).nullable(),
}

const fixed = {
  unit: z.literal('fixed'),
  /** 'MM-DD': the first such day on or after the start. */
  monthDay: z.string().refine((text) => isDay(`2023-${text}`), '不是每年都有的日子'),
  /** A fixed date stays on a rest day unless the profile says that it moves to the next working day. */
  rollsForward: z.boolean(),
}

const differing = { when: circumstances, citation: citation.optional() }

const common = {
  name: words,
  startEvent: z.enum(startEvents),
  citation,
  /** “Soon” from this many left: working days for working-day rules, calendar days for all others. */
  soonThreshold: z.int().min(0),
  /** Another amount for some proposals; the first whose circumstances are the proposal's holds. */
  variants: z
    .array(
      z.discriminatedUnion('unit', [
        z.strictObject({ ...differing, ...term }),
        z.strictObject({ ...differing, ...fixed }),
      ]),
    )
    .optional(),
  /** What an extension up to `maxAmount` takes; null where the source does not say. */
  extension: z
    .strictObject({ needsConsent: z.boolean().nullable(), tellsDelegate: z.boolean().nullable() })
    .optional(),
  /** The place has no rule of its own: this one is taken from the profile named here. */
  basis: words.optional(),
}

type Counted = { unit: string; variants?: readonly { unit: string }[] | undefined }

/** Lists count what is left by the rule alone, so a variant must not change from working days to the calendar. */
const countsAlike = ({ unit, variants = [] }: Counted) =>
  variants.every((v) => (v.unit === 'workday') === (unit === 'workday'))

const alike = { message: '不同情形的期限，要么都按工作日，要么都不按', path: ['variants'] }

const kind = z.enum(deadlineKinds)

export const deadlineRule = z
  .discriminatedUnion('unit', [
    z.strictObject({ kind, ...common, ...term }),
    z.strictObject({ kind, ...common, ...fixed }),
  ])
  .refine(countsAlike, alike)

/** A duty that only some places know; it starts no clock of its own yet. */
export const furtherRule = z
  .discriminatedUnion('unit', [
    z.strictObject({ ...common, ...term }),
    z.strictObject({ ...common, ...fixed }),
  ])
  .refine(countsAlike, alike)
export type FurtherRule = z.infer<typeof furtherRule>

/** A day that the notice of one meeting fixes besides the rule: the tighter of the two holds. */
export type NoticeDay = { dueOn: string; source: string }

/** `notice` is filled in for one proposal from its meeting; a profile as data has none. */
export type DeadlineRule = z.infer<typeof deadlineRule> & { notice?: NoticeDay | undefined }

export type Amount = Pick<Extract<DeadlineRule, { unit: 'day' | 'workday' | 'month' }>, keyof typeof term> | Pick<Extract<DeadlineRule, { unit: 'fixed' }>, keyof typeof fixed> // prettier-ignore
