import { Icon } from '../icon'

type Props = {
  /** What is missing, in two to eight characters with a count, linked to where it is settled. */
  missing: readonly { label: string; href?: string | undefined }[]
  /** What was missing and is settled. */
  met?: readonly string[] | undefined
}

export function Stamps({ missing, met = [] }: Props) {
  return (
    <div className="stamps">
      {missing.map(({ label, href }) =>
        href === undefined ? (
          <span key={label} className="stamp">
            {label}
          </span>
        ) : (
          <a key={label} className="stamp" href={href}>
            {label}
          </a>
        ),
      )}
      {met.map((label) => (
        <span key={label} className="stamp stamp-ok">
          <Icon name="done" />
          {label}
        </span>
      ))}
    </div>
  )
}
