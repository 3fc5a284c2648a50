import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { fieldId, FieldError } from '~/ui/forms/field'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { ownDay, ownQuestion } from './request-form'

type Party = { value: string; label: string; hint: string }

type Props = {
  name: 'unitId' | 'divisionId'
  label: string
  parties: readonly Party[]
  form: FormState | undefined
}

/** Whom to ask: tick, and where one is asked something else or until another day, say so beside it. */
export function AskedParties({ name, label, parties, form }: Props) {
  if (parties.length === 0) return null
  const errors = errorsByField(form?.problems ?? [])
  const ticked = form?.typed[name] ?? []
  return (
    <fieldset className={errors[name] === undefined ? 'parties' : 'parties field-bad'}>
      <legend>{label}</legend>
      <FieldError id={fieldId(name)}>{errors[name]}</FieldError>
      <Grid
        caption={label}
        tight
        cards
        columns={[
          { key: 'who', label: '单位' },
          { key: 'question', label: '单独的内容（留空用上面的）' },
          { key: 'due', label: '单独的期限' },
        ]}
      >
        {parties.map((party, index) => (
          <tr key={party.value}>
            <Cell label="单位">
              <label className="tick">
                <input
                  type="checkbox"
                  id={index === 0 ? fieldId(name) : undefined}
                  name={name}
                  value={party.value}
                  defaultChecked={ticked.includes(party.value)}
                />
                <span>{party.label}</span>
              </label>
              {party.hint ? <small>{party.hint}</small> : null}
            </Cell>
            <Cell label="单独的内容">
              <Own party={party} name={ownQuestion(party.value)} what="请会办的内容" form={form} />
            </Cell>
            <Cell label="单独的期限">
              <Own party={party} name={ownDay(party.value)} what="期限" type="date" form={form} />
            </Cell>
          </tr>
        ))}
      </Grid>
    </fieldset>
  )
}

type OwnProps = { party: Party; name: string; what: string; type?: 'date'; form: FormState | undefined }

function Own({ party, name, what, type, form }: OwnProps) {
  const error = errorsByField(form?.problems ?? [])[name]
  const id = fieldId(name)
  return (
    <>
      <input
        id={id}
        name={name}
        type={type ?? 'text'}
        aria-label={`${party.label}：单独的${what}`}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        defaultValue={typedValue(form, name)}
      />
      <FieldError id={id}>{error}</FieldError>
    </>
  )
}
