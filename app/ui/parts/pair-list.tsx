import type { ReactNode } from 'react'
import type { TagTone } from '../marks/tones'
import { Tag } from '../marks/tag'

export type Pair = {
  number: number
  ask: string
  verdict?: { tone: TagTone; label: string } | undefined
  answer?: ReactNode
}

/** Each ask beside its answer. */
export function PairList({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <ol>
      {pairs.map(({ number, ask, verdict, answer }) => (
        <li key={number} className="pair">
          <div className="pq">
            <span className="ask-n">{number}</span>
            <p>{ask}</p>
          </div>
          <div className="pa">
            {verdict ? <Tag tone={verdict.tone}>{verdict.label}</Tag> : <Tag tone="red">没有答复</Tag>}
            {answer ? <p>{answer}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
