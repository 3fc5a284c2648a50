import type { Citation, DeadlineRule } from './rule-profile'

export type Values = Readonly<Record<string, string | undefined>>
type Bad = (field: string, message: string) => void

const yesNo = (value: boolean | null | undefined) => (value === true ? 'yes' : value === false ? 'no' : '')
const number = (value: number | null) => (value === null ? '' : String(value))

/** A rule as the form shows it, each field under its kind. */
export function ruleValues(rule: DeadlineRule): Record<string, string> {
  const isFixed = rule.unit === 'fixed'
  const { citation } = rule
  const fields = {
    unit: rule.unit,
    amount: isFixed ? '' : String(rule.amount),
    wideAmount: isFixed ? '' : number(rule.wideAmount),
    maxAmount: isFixed ? '' : number(rule.maxAmount),
    monthDay: isFixed ? rule.monthDay : '',
    rollsForward: isFixed && rule.rollsForward ? 'yes' : '',
    startEvent: rule.startEvent,
    soonThreshold: String(rule.soonThreshold),
    needsConsent: yesNo(rule.extension?.needsConsent),
    law: 'law' in citation ? citation.law : 'notice' in citation ? citation.notice : '',
    edition: 'law' in citation ? citation.edition : '',
    article: 'law' in citation ? (citation.article ?? '') : '',
    note: citation.note ?? '',
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${rule.kind}.${name}`, value]))
}

/** The rule the form describes. Untouched it is the base's own, its basis too; touched it is the bureau's. */
export function readRule(base: DeadlineRule, values: Values, bad: Bad): unknown {
  const before = ruleValues(base)
  const at = (name: string) => values[`${base.kind}.${name}`]?.trim() ?? ''
  const dropsVariants = base.variants !== undefined && at('isPlain') !== ''
  if (
    !dropsVariants &&
    Object.entries(before).every(([name, value]) => (values[name]?.trim() ?? '') === value)
  )
    return base
  const say = (name: string, message: string) => bad(`${base.kind}.${name}`, message)
  const whole = (name: string, least: number) => {
    if (!/^\d{1,4}$/.test(at(name)) || Number(at(name)) < least) say(name, `请填写不小于 ${least} 的整数。`)
    return Number(at(name))
  }
  const optional = (name: string) => (at(name) === '' ? null : whole(name, 1))
  const { kind, name, variants, extension } = base
  const consent = at('needsConsent')
  const asked = {
    needsConsent: consent === '' ? null : consent === 'yes',
    tellsDelegate: extension?.tellsDelegate ?? null,
  }
  const common = {
    kind,
    name,
    startEvent: at('startEvent'),
    soonThreshold: whole('soonThreshold', 0),
    citation: citationFrom(at, say),
    ...(variants && !dropsVariants ? { variants } : {}),
    ...(extension || consent !== '' ? { extension: asked } : {}),
  }
  if (at('unit') === 'fixed') {
    if (!/^\d\d-\d\d$/.test(at('monthDay'))) say('monthDay', '请填写月-日，如 05-31。')
    return { ...common, unit: 'fixed', monthDay: at('monthDay'), rollsForward: at('rollsForward') !== '' }
  }
  const amount = whole('amount', 1)
  const [wideAmount, maxAmount] = [optional('wideAmount'), optional('maxAmount')]
  if (wideAmount !== null && wideAmount < amount) say('wideAmount', '不能短于一般期限。')
  if (maxAmount !== null && maxAmount < Math.max(amount, wideAmount ?? 0))
    say('maxAmount', '最长期限不能短于期限本身。')
  return { ...common, unit: at('unit'), amount, wideAmount, maxAmount }
}

/** A law with its edition, a notice without one, or the bureau's practice with a note. */
function citationFrom(at: (name: string) => string, say: Bad): Citation {
  const [law, edition, article, note] = ['law', 'edition', 'article', 'note'].map(at)
  if (law && edition) return { law, edition, article: article || null, note: note || null }
  if (law) {
    if (article) say('edition', '写了条款的，请写明版本，如 2025年修正。')
    return { notice: law, note: note || null }
  }
  if (!note) say('note', '没有依据文件的，请写明是本局惯例。')
  return { practice: true, note: note ?? '' }
}
