import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon'

export type AskItem = {
  number: number
  text: string
  /** Select and buttons that settle it. */
  control?: ReactNode
  /** 第二（一）段, 没有答复 */
  status?: string | undefined
  isMissing?: boolean | undefined
  hint?: ReactNode
}

/** The asks of a proposal on the writing desk; what has no answer yet is red. */
export function AskList({ asks }: { asks: readonly AskItem[] }) {
  return (
    <ol className="asks">
      {asks.map((ask) => (
        <li
          key={ask.number}
          id={`ask-${ask.number}`}
          className={classNames('ask', ask.isMissing && 'ask-no')}
        >
          <span className="ask-n">{ask.number}</span>
          <div>
            <p>{ask.text}</p>
            {ask.control || ask.status ? (
              <div className="row">
                {ask.control}
                {ask.status ? (
                  <span className="ask-s">
                    <Icon name={ask.isMissing ? 'late' : 'done'} />
                    {ask.status}
                  </span>
                ) : null}
              </div>
            ) : null}
            {ask.hint ? <p className="hint">{ask.hint}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
