import { z } from 'zod'
import { unitKinds } from '../people/kinds'
import { outcomes, ratings, tracks } from '../proposal/words-of-the-trade'
import { placeholdersIn } from './pattern'
import { placeholderWords } from './placeholder-words'
import { deadlineKinds, furtherKinds, type DeadlineKind } from './deadline-words'
import { isDay } from './day'
import { deadlineRule, furtherRule, type DeadlineRule } from './deadline-rule'
import {
  answering,
  chainVariant,
  classMeanings,
  clearanceChain,
  contacting,
  receipts,
  signerRoles,
  signing,
} from './local-custom'

const words = z.string().trim().min(1)

/** A local wording in which exactly these placeholders may stand. */
const pattern = (...known: string[]) =>
  words.refine(
    (text) => placeholdersIn(text).every((name) => known.includes(name)),
    known.length > 0
      ? `这里只能用 ${known.map((name) => `{${placeholderWords[name] ?? name}}`).join('、')}`
      : '这里不能用花括号',
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
  /** Null where the source does not say since when. */
  effectiveFrom: z.string().refine(isDay, '没有这一天').nullable(),
  effectiveTo: z.string().refine(isDay, '没有这一天').nullable(),
  /** True once a person has compared every citation with the official publication. */
  verified: z.boolean(),
  /** For which kind of proposal it is; absent: for both. */
  tracks: z.array(z.enum(tracks)).min(1).optional(),
  /** What a reader should know before relying on it. */
  caution: words.optional(),
  /** A bureau's own: the version it was made from. */
  madeFrom: z.strictObject({ id: words, version: z.int().min(1) }).optional(),
  deadlines: z
    .record(z.enum(deadlineKinds), deadlineRule)
    .refine(
      (rules) => deadlineKinds.every((kind) => rules[kind].kind === kind),
      'a rule stands under another kind',
    ),
  /** Duties that only some places know. */
  further: z.partialRecord(z.enum(furtherKinds), furtherRule).optional(),
  contacting: contacting.optional(),
  answering: answering.optional(),
  receipts: receipts.optional(),
  signing: signing.optional(),
  signerRole: z.enum(signerRoles),
  clearanceChain,
  /** By handling role and priority; `clearanceChain` and `signerRole` hold for all others. */
  chains: z.array(chainVariant).optional(),
  ratings: ratingScale,
  outcomeLetter: z.record(z.enum(outcomes), z.enum(['A', 'B', 'C', 'D'])),
  outcomeWords: z.record(z.enum(outcomes), words),
  classMeanings: classMeanings.optional(),
  /** 承诺事项: a class B reply needs at least one with a date. */
  bRequiresDatedCommitment: z.boolean(),
  layout: z.enum(['letter', 'document']),
  ccOrder: perTrack(z.array(z.enum(unitKinds))),
  /** Whether letters and opinions are numbered in one series. */
  numbering: z.enum(['separate', 'shared']).optional(),
  /** 结尾语 the place uses, for the drafter to choose from. */
  closings: perTrack(z.array(words)).optional(),
  wording,
})

type Written = z.infer<typeof ruleProfile>
export type RuleProfile = Omit<Written, 'deadlines'> & { deadlines: Record<DeadlineKind, DeadlineRule> }
export type { Citation, DeadlineRule } from './deadline-rule'
