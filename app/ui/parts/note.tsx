import type { ReactNode } from 'react'
import { classNames } from '../class-names'

type Props = {
  /** green: done; amber: attention; red: refused; blue: what will follow. */
  tone?: 'green' | 'amber' | 'red' | 'blue' | undefined
  /** The answer to what was just done is announced. */
  announce?: boolean | undefined
  children: ReactNode
}

export function Note({ tone, announce, children }: Props) {
  return (
    <div
      className={classNames('note', tone && `note-${tone}`)}
      role={announce ? (tone === 'red' ? 'alert' : 'status') : undefined}
    >
      {children}
    </div>
  )
}
