import type { ReactNode } from 'react'
import { classNames } from '../class-names'

/** A small number beside a word. */
export function Count({ tone, children }: { tone?: 'late' | 'soon' | undefined; children: ReactNode }) {
  return <span className={classNames('n', tone && `n-${tone}`)}>{children}</span>
}
