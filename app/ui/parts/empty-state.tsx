import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; actions?: ReactNode }

/** Nothing here, why, and where to go instead. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="blank">
      <div className="blank-box" aria-hidden="true" />
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  )
}
