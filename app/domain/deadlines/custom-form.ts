import { contactingFrom, contactingValues } from './contacting-form'
import type { RuleProfile } from './rule-profile'
import type { Values } from './rule-form'
import { receiptPlaceWords } from './sheet-words'

type Bad = (field: string, message: string) => void
type Custom = Pick<RuleProfile, 'ratings'> &
  Partial<Pick<RuleProfile, 'answering' | 'contacting' | 'receipts' | 'signing'>>

export const receiptPlaces = Object.keys(receiptPlaceWords) as (keyof typeof receiptPlaceWords)[]

/** What a bureau changed has no other source than the bureau. */
const practice = { practice: true, note: '本局规定' } as const

const answeringValues = ({ answering }: RuleProfile) => ({
  'answering.joint': answering?.joint ?? '',
  'answering.organisation': answering?.organisation ?? '',
  'answering.assigningBodyAnswers': answering?.assigningBodyAnswers ? 'yes' : '',
})

const receiptValues = ({ receipts }: RuleProfile): Record<string, string> => ({
  'receipts.ratedBy': receipts?.ratedBy ?? '',
  ...Object.fromEntries(
    receiptPlaces.map((place) => [`receipts.${place}`, receipts?.goesTo.includes(place) ? 'yes' : '']),
  ),
})

const signingValues = ({ signing }: RuleProfile) => ({
  'signing.note': signing?.note ?? '',
  'signing.outsideReview': signing?.outsideReview ?? '',
})

/** Who is answered, who rates and where the receipt goes, who reads before the signature, what the ratings are called. */
export const customValues = (profile: RuleProfile): Record<string, string> => ({
  ...contactingValues(profile),
  ...answeringValues(profile),
  ...receiptValues(profile),
  ...signingValues(profile),
  ...Object.fromEntries(profile.ratings.choices.map(({ value, label }) => [`ratings.${value}`, label])),
})

/** What the form says of them. Untouched it is the base's own with its source; touched it is the bureau's; emptied it is gone. */
export function customFrom(base: RuleProfile, values: Values, bad: Bad): Custom {
  const at = (field: string) => values[field]?.trim() ?? ''
  const group = <T>(
    before: Record<string, string>,
    own: T | undefined,
    made: () => unknown,
  ): T | undefined => {
    const fields = Object.entries(before)
    if (fields.every(([field, value]) => at(field) === value)) return own
    return fields.every(([field]) => at(field) === '') ? undefined : (made() as T)
  }
  const contacting = group(contactingValues(base), base.contacting, () => contactingFrom(at, bad))
  const answering = group(answeringValues(base), base.answering, () => ({
    joint: at('answering.joint') || null,
    organisation: at('answering.organisation') || null,
    assigningBodyAnswers: at('answering.assigningBodyAnswers') !== '',
    citation: practice,
  }))
  const receipts = group(receiptValues(base), base.receipts, () => ({
    ratedBy: at('receipts.ratedBy') || null,
    goesTo: placesIn(at, bad),
    citation: practice,
  }))
  const signing = group(signingValues(base), base.signing, () => ({
    note: filled('signing.note', at, bad),
    outsideReview: at('signing.outsideReview') || null,
    citation: practice,
  }))
  const choices = base.ratings.choices.map((choice) => ({
    ...choice,
    label: filled(`ratings.${choice.value}`, at, bad),
  }))
  return {
    ratings: { ...base.ratings, choices },
    ...(contacting ? { contacting } : {}),
    ...(answering ? { answering } : {}),
    ...(receipts ? { receipts } : {}),
    ...(signing ? { signing } : {}),
  }
}

function placesIn(at: (field: string) => string, bad: Bad) {
  const places = receiptPlaces.filter((place) => at(`receipts.${place}`) !== '')
  if (places.length === 0) bad('receipts.ratedBy', '请至少选一处回执反馈到哪里。')
  return places
}

function filled(field: string, at: (field: string) => string, bad: Bad): string {
  if (at(field) === '') bad(field, '请填写。')
  return at(field)
}
