import type { ReactNode } from 'react'
import { Crumb, type CrumbPlace } from './crumb'

type Props = {
  title: string
  note?: ReactNode
  crumb?: readonly CrumbPlace[] | undefined
  /** Buttons at the right hand. */
  actions?: ReactNode
}

export function PageHead({ title, note, crumb, actions }: Props) {
  return (
    <>
      {crumb ? <Crumb places={crumb} /> : null}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {note ? <p>{note}</p> : null}
        </div>
        {actions}
      </div>
    </>
  )
}
