import type { ReactNode } from 'react'
import { instantWords } from '../dates'

export type TimelineEntry = {
  id: string | number
  when: Date
  who: string
  /** 把本件分办到成果转化处 */
  sentence: ReactNode
  detail?: ReactNode
}

/** The log in words, newest first or last as it is given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ id, when, who, sentence, detail }) => (
        <li key={id}>
          <time dateTime={when.toISOString()}>{instantWords(when).slice(0, 16)}</time>
          <div>
            <p>
              <b>{who}</b> {sentence}
            </p>
            {detail ? <div className="timeline-more">{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
