import { z } from 'zod'
import { roles, unitKinds } from '../people/kinds'
import { outcomes, ratings } from '../proposal/words-of-the-trade'
import { placeholdersIn } from './pattern'
import { deadlineKinds, startEvents, termUnits } from './deadline-words'
import { isDay } from './day'

const words = z.string().trim().min(1)

/** Where a rule stands: in a law, or in the bureau's practice only. */
const citation = z.union([
  z.strictObject({ law: words, edition: words, article: words, note: words.nullable() }),
  z.strictObject({ practice: z.literal(true), note: words }),
])

const common = {
  kind: z.enum(deadlineKinds),
  name: words,
  startEvent: z.enum(startEvents),
  citation,
  /** “Soon” from this many left: working days for working-day rules, calendar days for all others. */
  soonThreshold: z.int().min(0),
}

const termRule = z.strictObject({
  ...common,
  unit: z.enum(termUnits),
  amount: z.int().min(1),
  /** In the rule's unit, for items marked 涉及面广、处理难度大; null where the rule makes no difference. */
  wideAmount: z.int().min(1).nullable(),
  /** In the rule's unit, extensions included; null where nothing caps them. */
  maxAmount: z.int().min(1).nullable(),
})

const fixedRule = z.strictObject({
  ...common,
  unit: z.literal('fixed'),
  /** 'MM-DD': the first such day on or after the start. */
  monthDay: z.string().refine((text) => isDay(`2023-${text}`), 'not a day of every year'),
  /** A fixed date stays on a rest day unless the profile says that it moves to the next working day. */
  rollsForward: z.boolean(),
})

const deadlineRule = z.discriminatedUnion('unit', [termRule, fixedRule])

/** A local wording in which exactly these placeholders may stand. */
const pattern = (...known: string[]) =>
  words.refine(
    (text) => placeholdersIn(text).every((name) => known.includes(name)),
    `placeholders here: ${known.join(', ') || 'none'}`,
  )

const perTrack = <T extends z.ZodType>(of: T) => z.strictObject({ npc: of, cppcc: of })

const wording = z.strictObject({
  title: perTrack(pattern('issuer', 'meeting', 'officialNo')),
  /** One of these two opens the letter. */
  opening: perTrack(pattern('pronoun', 'subject', 'officialNo')),
  openingWithCoHandlers: perTrack(pattern('pronoun', 'subject', 'officialNo', 'coHandlers')),
  /** Without the full stop, which belongs to the text around it. */
  signOff: perTrack(pattern('bureauShort', 'signerName', 'signerTitle')),
  salutation: z.strictObject({
    individual: pattern('name', 'honorific'),
    joint: pattern('name', 'count', 'honorific'),
    organisation: pattern('name'),
  }),
  honorific: perTrack(words),
  pronoun: z.strictObject({ individual: words, organisation: words }),
  receiptSentence: perTrack(pattern()),
  docNumber: pattern('code', 'year', 'seq'),
  outcomeMark: pattern('letter'),
})

const ratingScale = z.strictObject({
  /** Best first. */
  choices: z.array(z.strictObject({ value: z.enum(ratings), label: words })).min(2),
  aspects: z.strictObject({ attitude: words, result: words }),
  reasonRequiredFor: z.array(z.enum(ratings)),
})

/** A jurisdiction's rules as versioned data; a proposal keeps the version it was registered under. */
export const ruleProfile = z.strictObject({
  id: words,
  version: z.int().min(1),
  name: words,
  effectiveFrom: z.string().refine(isDay, 'not a day'),
  effectiveTo: z.string().refine(isDay, 'not a day').nullable(),
  /** True once a person has compared every citation with the official publication. */
  verified: z.boolean(),
  deadlines: z
    .record(z.enum(deadlineKinds), deadlineRule)
    .refine(
      (rules) => deadlineKinds.every((kind) => rules[kind].kind === kind),
      'a rule stands under another kind',
    ),
  signerRole: z.enum(roles),
  /** Groups in order; the steps of one group run side by side. */
  clearanceChain: z.array(z.array(z.enum(roles)).min(1)).min(1),
  ratings: ratingScale,
  outcomeLetter: z.record(z.enum(outcomes), z.enum(['A', 'B', 'C', 'D'])),
  outcomeWords: z.record(z.enum(outcomes), words),
  /** 承诺事项: a class B reply needs at least one with a date. */
  bRequiresDatedCommitment: z.boolean(),
  layout: z.enum(['letter', 'document']),
  ccOrder: perTrack(z.array(z.enum(unitKinds))),
  wording,
})

export type RuleProfile = z.infer<typeof ruleProfile>
export type DeadlineRule = z.infer<typeof deadlineRule>
export type Citation = z.infer<typeof citation>
