import type { Option } from './select'

type Props = {
  name: string
  /** Read aloud; on the page the row says what it is for. */
  label: string
  options: readonly Option[]
  value?: string | undefined
  empty?: string | undefined
}

export function MiniSelect({ name, label, options, value, empty }: Props) {
  return (
    <select
      className="mini"
      name={name}
      aria-label={label}
      defaultValue={value ?? (empty === undefined ? undefined : '')}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
