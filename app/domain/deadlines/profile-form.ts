import type { Problem } from '../refusals'
import { outcomes, ratings, type Track } from '../proposal/words-of-the-trade'
import { isDay } from './day'
import { customFrom, customValues } from './custom-form'
import { deadlineKinds } from './deadline-words'
import { chainLines, readCc, readChain, ccLine } from './chain-text'
import { placeholdersFromWords, placeholdersInWords } from './placeholder-words'
import { readRule, ruleValues, type Values } from './rule-form'
import { ruleProfile, type RuleProfile } from './rule-profile'
import { wordingAt, wordingFields } from './wording-lines'

export type Edited = { ok: true; profile: RuleProfile } | { ok: false; problems: Problem[] }

const keyItems = { priority: 'key' } as const
const assisting = { handlingRole: 'assist' } as const

const chainOf = (profile: RuleProfile, when: object) =>
  profile.chains?.find((c) => JSON.stringify(c.when) === JSON.stringify(when))

/** A profile as the form shows it: one text per field. */
export function formValues(profile: RuleProfile): Record<string, string> {
  const key = chainOf(profile, keyItems)
  const assist = chainOf(profile, assisting)
  return {
    name: profile.name,
    effectiveFrom: profile.effectiveFrom ?? '',
    effectiveTo: profile.effectiveTo ?? '',
    caution: profile.caution ?? '',
    verified: profile.verified ? 'yes' : '',
    signerRole: profile.signerRole,
    chain: chainLines(profile.clearanceChain),
    priorityChain: key ? chainLines(key.chain) : '',
    prioritySigner: key?.signerRole ?? profile.signerRole,
    assistChain: assist ? chainLines(assist.chain) : '',
    assistSigner: assist?.signerRole ?? profile.signerRole,
    ...customValues(profile),
    'cc.npc': ccLine(profile.ccOrder.npc),
    'cc.cppcc': ccLine(profile.ccOrder.cppcc),
    bRequiresDatedCommitment: profile.bRequiresDatedCommitment ? 'yes' : '',
    numbering: profile.numbering ?? '',
    'closings.npc': profile.closings?.npc.join('\n') ?? '',
    'closings.cppcc': profile.closings?.cppcc.join('\n') ?? '',
    ...Object.fromEntries(outcomes.map((outcome) => [`outcome.${outcome}`, profile.outcomeLetter[outcome]])),
    ...Object.fromEntries(
      wordingFields.map(([place]) => [
        `wording.${place}`,
        placeholdersInWords(wordingAt(profile.wording, place)),
      ]),
    ),
    ...Object.assign({}, ...deadlineKinds.map((kind) => ruleValues(profile.deadlines[kind]))),
  }
}

/**
 * The profile the form describes, made over the version it was drawn from: what the form does not show stays as it was.
 * Every field that cannot be read is named.
 */
export function profileFromForm(base: RuleProfile, values: Values): Edited {
  const problems: Problem[] = []
  const bad = (field: string, message: string) => problems.push({ field, message })
  const text = (field: string) => values[field]?.trim() ?? ''
  const filled = (field: string) => {
    if (text(field) === '') bad(field, '请填写。')
    return text(field)
  }
  const day = (field: string) => {
    if (text(field) !== '' && !isDay(text(field))) bad(field, '请填写日期，如 2026-03-05，或留空。')
    return text(field) || null
  }
  const chain = (field: string) => readChain(text(field), (message) => bad(field, message))
  const cc = (field: string) => readCc(text(field), (message) => bad(field, message))
  const lines = (field: string) => text(field).split('\n').map((l) => l.trim()).filter(Boolean) // prettier-ignore
  const variant = (when: object, field: string, signer: string) =>
    text(field) === '' ? [] : [{ when, chain: chain(field), signerRole: text(signer) }]

  const kept = (base.chains ?? []).filter(
    (c) => c !== chainOf(base, keyItems) && c !== chainOf(base, assisting),
  )
  const chains = [
    ...variant(keyItems, 'priorityChain', 'prioritySigner'),
    ...variant(assisting, 'assistChain', 'assistSigner'),
    ...kept,
  ]
  const closings: Record<Track, string[]> = { npc: lines('closings.npc'), cppcc: lines('closings.cppcc') }
  const {
    caution: _c,
    chains: _h,
    closings: _l,
    numbering: _n,
    answering: _a,
    receipts: _r,
    signing: _s,
    ...rest
  } = base
  const made = {
    ...rest,
    ...customFrom(base, values, bad),
    name: filled('name'),
    effectiveFrom: day('effectiveFrom'),
    effectiveTo: day('effectiveTo'),
    verified: text('verified') !== '',
    ...(text('caution') ? { caution: text('caution') } : {}),
    deadlines: Object.fromEntries(
      deadlineKinds.map((kind) => [kind, readRule(base.deadlines[kind], values, bad)]),
    ),
    signerRole: text('signerRole'),
    clearanceChain: text('chain') === '' ? (bad('chain', '请填写。'), []) : chain('chain'),
    ...(chains.length > 0 ? { chains } : {}),
    ccOrder: { npc: cc('cc.npc'), cppcc: cc('cc.cppcc') },
    outcomeLetter: Object.fromEntries(outcomes.map((outcome) => [outcome, text(`outcome.${outcome}`)])),
    bRequiresDatedCommitment: text('bRequiresDatedCommitment') !== '',
    ...(text('numbering') ? { numbering: text('numbering') } : {}),
    ...(closings.npc.length + closings.cppcc.length > 0 ? { closings } : {}),
    wording: wordingFrom(filled),
  }
  if (made.effectiveFrom && made.effectiveTo && made.effectiveTo < made.effectiveFrom)
    bad('effectiveTo', '失效日期不能早于施行日期。')
  const read = ruleProfile.safeParse(made)
  if (read.success && problems.length === 0) return { ok: true, profile: read.data }
  const named = new Set(problems.map((p) => p.field))
  const more = (read.error?.issues ?? []).map((i) => ({
    field: fieldOf(i.path.map(String)),
    message: i.message,
  }))
  return { ok: false, problems: [...problems, ...more.filter((p) => !named.has(p.field))] }
}

function wordingFrom(filled: (field: string) => string) {
  const made: Record<string, unknown> = {}
  for (const [place] of wordingFields) {
    const [first = '', second] = place.split('.')
    const value = placeholdersFromWords(filled(`wording.${place}`))
    if (second === undefined) made[first] = value
    else made[first] = { ...(made[first] as object | undefined), [second]: value }
  }
  return made
}

/** The field of the form that a fault of the made profile belongs to. */
function fieldOf([first = '', second = '', third = '']: string[]): string {
  if (first === 'deadlines')
    return `${second}.${third === 'variants' ? 'unit' : third === 'citation' ? 'note' : third}`
  if (first === 'outcomeLetter') return `outcome.${second}`
  if (first === 'wording') return ['wording', second, third].filter(Boolean).join('.')
  if (first === 'chains') return 'priorityChain'
  if (first === 'ratings') return `ratings.${ratings[Number(third)] ?? ''}`
  if (first === 'receipts' && second === 'goesTo') return 'receipts.ratedBy'
  if (first === 'answering' || first === 'receipts' || first === 'signing') return `${first}.${second}`
  return first === 'clearanceChain' ? 'chain' : first
}
