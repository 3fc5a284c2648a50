import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import type { TagTone } from './tones'

export function Tag({ tone = 'plain', children }: { tone?: TagTone | undefined; children: ReactNode }) {
  return <span className={classNames('tag', tone !== 'plain' && `tag-${tone}`)}>{children}</span>
}
