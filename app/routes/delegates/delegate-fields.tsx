import { z } from 'zod'
import { delegateRecord, type DelegateRecord } from '~/domain/delegates/delegate-record'
import { delegateTrackWords } from '~/domain/delegates/delegate-words'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { organisationKinds, organisationKindWords } from '~/domain/sponsors/kinds'
import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'

export const delegateLabels = {
  track: '种类', kind: '个人或集体', organisationKind: '哪一种集体', name: '姓名或名称', term: '届次', sector: '界别',
  delegation: '代表团', liaisonGroup: '代表联系组', workplace: '工作单位', title: '职务', phone: '电话', address: '通讯地址',
} // prettier-ignore
type Name = keyof typeof delegateLabels

/** The form's texts as a record: an empty choice is none. */
export const delegateForm = <T extends z.ZodRawShape>(more: T) =>
  z.preprocess(
    (raw) => {
      const form = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
      return { ...form, organisationKind: form['organisationKind'] || null }
    },
    z.intersection(delegateRecord, z.object(more)),
  )

/** Only what the record itself holds: the form's key and version are no part of it. */
export const recordIn = (form: DelegateRecord): DelegateRecord => delegateRecord.parse(form)

type Props = { form: FormState | undefined; now?: Partial<Record<Name, string>>; isFixed?: boolean }

export function DelegateFields({ form, now = {}, isFixed }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: Name) => ({
    name,
    label: delegateLabels[name],
    value: typedValue(form, name, now[name]),
    error: errors[name],
  })
  return (
    <>
      {isFixed ? null : (
        <>
          <div className="two">
            <RadioGroup
              {...field('track')}
              required
              across
              options={tracks.map((t) => ({ value: t, label: delegateTrackWords[t] }))}
            />
            <RadioGroup
              {...field('kind')}
              required
              across
              options={[
                { value: 'person', label: '个人' },
                { value: 'organisation', label: '集体' },
              ]}
            />
          </div>
          <TextField {...field('term')} required inputMode="numeric" hint="如 7，表示第七届" />
        </>
      )}
      <div className="two">
        <TextField {...field('name')} required maxLength={60} hint="不用写“代表”“委员”" />
        <Select
          {...field('organisationKind')}
          empty="个人不用选"
          options={organisationKinds.map((k) => ({ value: k, label: organisationKindWords[k] }))}
        />
      </div>
      <div className="two">
        <TextField {...field('delegation')} maxLength={40} hint="人大代表的，如 第三代表团" />
        <TextField {...field('sector')} maxLength={40} hint="政协委员的，如 科技界" />
      </div>
      <TextField {...field('liaisonGroup')} maxLength={60} hint="代表团提出的建议，有的地方答复代表联系组" />
      <div className="two">
        <TextField {...field('workplace')} maxLength={80} />
        <TextField {...field('title')} maxLength={60} />
      </div>
      <div className="two">
        <TextField
          {...field('phone')}
          type="tel"
          maxLength={60}
          hint="只有登记员、综合处和办他的件的人能看"
        />
        <TextField {...field('address')} maxLength={120} />
      </div>
    </>
  )
}
