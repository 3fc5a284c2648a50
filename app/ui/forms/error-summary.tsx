import { fieldId } from './field'

export type FieldProblem = { field: string; message: string }

type Props = {
  /** 还有 3 处要改，改好再登记 */
  title?: string | undefined
  problems: readonly FieldProblem[]
  /** Names of fields as the form shows them; a field without one has its message alone. */
  labels?: Readonly<Record<string, string>> | undefined
}

/** Stands above a form that was refused; each line leads to its field. */
export function ErrorSummary({ problems, labels = {}, title }: Props) {
  if (problems.length === 0) return null
  return (
    <div className="note note-red errs" role="alert" tabIndex={-1} id="errors">
      <b>{title ?? `还有 ${problems.length} 处要改`}</b>
      <ul className="sm">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${fieldId(field)}`}>
              {labels[field] === undefined ? message : `${labels[field]}：${message}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The first message of each field, to hand to the fields. */
export const errorsByField = (problems: readonly FieldProblem[]): Partial<Record<string, string>> =>
  Object.fromEntries(problems.toReversed().map(({ field, message }) => [field, message]))
