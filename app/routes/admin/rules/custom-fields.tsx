import { receiptPlaces } from '~/domain/deadlines/custom-form'
import { jointWords, organisationWords, raterWords, receiptPlaceWords } from '~/domain/deadlines/sheet-words'
import { countableChannels } from '~/domain/deadlines/contacting-form'
import { contactChannelWords, contactPhaseWords } from '~/domain/proposal/words'
import { contactPhases, ratings } from '~/domain/proposal/words-of-the-trade'
import { CheckBox } from '~/ui/forms/check-box'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import type { FieldOf } from './deadline-fields'

type Props = { field: FieldOf }

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

function Box({ field, name }: Props & { name: string }) {
  const { value, ...rest } = field(name)
  return <CheckBox {...rest} checked={value !== ''} />
}

/** Who is answered, who rates and where it goes, who reads before the signature. */
export function CustomFields({ field }: Props) {
  return (
    <>
      <div className="two">
        <TextField {...field('contacting.beforeReply')} required inputMode="numeric" maxLength={1} />
        <Box field={field} name="contacting.noneWishedCounts" />
      </div>
      <fieldset className="stack">
        <legend>各至少沟通一次的阶段（三见面三项都选）</legend>
        {contactPhases.map((phase) => (
          <Box key={phase} field={field} name={`contacting.${phase}`} />
        ))}
      </fieldset>
      <fieldset className="stack">
        <legend>只有这些方式才算（都不选则不限）</legend>
        {countableChannels.map((channel) => (
          <Box key={channel} field={field} name={`contacting.${channel}`} />
        ))}
      </fieldset>
      <Select {...field('answering.joint')} options={optionsOf(jointWords)} empty="未规定" />
      <Select {...field('answering.organisation')} options={optionsOf(organisationWords)} empty="未规定" />
      <Box field={field} name="answering.assigningBodyAnswers" />
      <Select {...field('receipts.ratedBy')} options={optionsOf(raterWords)} empty="未规定" />
      <fieldset className="stack">
        <legend>回执反馈到</legend>
        {receiptPlaces.map((place) => (
          <Box key={place} field={field} name={`receipts.${place}`} />
        ))}
      </fieldset>
      <TextField {...field('signing.note')} hint="没有的留空" maxLength={120} />
      <TextField {...field('signing.outsideReview')} hint="如督查室；没有的留空" maxLength={60} />
      <div className="two">
        {ratings.map((value) => (
          <TextField key={value} {...field(`ratings.${value}`)} required maxLength={20} />
        ))}
      </div>
    </>
  )
}

/** The names of these fields, for the labels and the summary of errors. */
export const customLabels: Readonly<Record<string, string>> = {
  'contacting.beforeReply': '答复前至少沟通几次',
  'contacting.noneWishedCounts': '代表委员表示不需要的，记录后可免',
  ...Object.fromEntries(contactPhases.map((phase) => [`contacting.${phase}`, contactPhaseWords[phase]])),
  ...Object.fromEntries(
    countableChannels.map((channel) => [`contacting.${channel}`, contactChannelWords[channel]]),
  ),
  'answering.joint': '联名的答复谁',
  'answering.organisation': '集体提出的答复谁',
  'answering.assigningBodyAnswers': '由交办机关统一答复',
  'receipts.ratedBy': '谁评价',
  ...Object.fromEntries(receiptPlaces.map((place) => [`receipts.${place}`, receiptPlaceWords[place]])),
  'signing.note': '签发要求',
  'signing.outsideReview': '签发前送哪里审',
  'ratings.satisfied': '最高一档的叫法',
  'ratings.basically': '中间一档的叫法',
  'ratings.dissatisfied': '最低一档的叫法',
}
