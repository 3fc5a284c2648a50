import type { ReactNode } from 'react'
import { Icon } from '../icon'
import type { DueTone } from './tones'

type Props = {
  tone: DueTone
  /** In the unit of the rule: 剩 1 个工作日, 剩 79 天. */
  children: ReactNode
  /** Counted beyond the last published calendar: 暂定. */
  provisional?: boolean | undefined
}

export function Due({ tone, children, provisional }: Props) {
  return (
    <span className={`due due-${tone}`}>
      <Icon name={tone} />
      {children}
      {provisional ? '（暂定）' : null}
    </span>
  )
}
