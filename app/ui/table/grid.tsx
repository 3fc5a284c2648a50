import type { ReactNode } from 'react'
import { classNames } from '../class-names'

export type Column = {
  key: string
  label: string
  /** Read aloud only: the column of buttons. */
  hidden?: boolean | undefined
  /** Numbers stand right. */
  isNumber?: boolean | undefined
  sort?: 'ascending' | 'descending' | undefined
  width?: 'check' | 'due' | 'name' | 'todo' | 'act' | undefined
}

type Props = {
  /** What the table holds, for those who hear it. */
  caption: string
  columns: readonly Column[]
  className?: string | undefined
  tight?: boolean | undefined
  /** On a phone each row becomes a card; its cells are <Cell>s. */
  cards?: boolean | undefined
  /** <tr>s; the first line of a cell is the thing, <small> its details. */
  children: ReactNode
}

export function Grid({ caption, columns, className, tight, cards, children }: Props) {
  return (
    <table className={classNames('grid', tight && 'tight', cards && 'cards', className)}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sort}
              className={
                classNames(column.isNumber && 'num', column.width && `col-${column.width}`) || undefined
              }
            >
              {column.hidden ? <span className="vh">{column.label}</span> : column.label}
              {column.sort ? (
                <span aria-hidden="true">{column.sort === 'ascending' ? ' ↑' : ' ↓'}</span>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
