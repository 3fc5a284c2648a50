import type { ReactNode } from 'react'
import { Icon } from '../icon'

export type Finding = {
  id: string
  /** must: 必改, blocks the submission; advice: 建议. */
  weight: 'must' | 'advice'
  sentence: ReactNode
  hint?: ReactNode
  action?: ReactNode
}

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="finds">
      {findings.map(({ id, weight, sentence, hint, action }) => (
        <li key={id}>
          <span className={weight === 'must' ? 'fk r' : 'fk a'}>
            <Icon name={weight === 'must' ? 'late' : 'soon'} />
            {weight === 'must' ? '必改' : '建议'}
          </span>
          <div>
            {sentence}
            {hint ? <p className="hint">{hint}</p> : null}
          </div>
          {action}
        </li>
      ))}
    </ul>
  )
}
