import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import type { StateTone } from './tones'

/** A state always stands with its word; the ring only repeats it. */
export function StateDot({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return <span className={classNames('state', tone !== 'work' && `state-${tone}`)}>{children}</span>
}
