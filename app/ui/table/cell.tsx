import type { ReactNode } from 'react'
import { classNames } from '../class-names'

type Props = {
  /** The head of its column, shown before it where a row becomes a card on a phone. */
  label: string
  isNumber?: boolean | undefined
  nowrap?: boolean | undefined
  children?: ReactNode
}

export function Cell({ label, isNumber, nowrap, children }: Props) {
  return (
    <td data-l={label} className={classNames(isNumber && 'num', nowrap && 'nb') || undefined}>
      {children}
    </td>
  )
}
