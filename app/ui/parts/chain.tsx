import type { ReactNode } from 'react'
import { Icon } from '../icon'

export type ChainStep = {
  /** 核稿, 保密审查, 分管领导, 签发 */
  label: string
  who: string
  state: 'done' | 'now' | 'next' | 'skipped'
  /** The reader holds this step. */
  isMine?: boolean | undefined
  note?: ReactNode
}

const classOf = (step: ChainStep) => (step.state === 'done' ? 'ok' : step.state === 'now' ? 'me2' : undefined)

/** The steps of a clearance, left to right; the current one says whose turn it is. */
export function Chain({
  steps,
  label = '审核进程',
}: {
  steps: readonly ChainStep[]
  label?: string | undefined
}) {
  return (
    <ol className="chain" aria-label={label}>
      {steps.map((step) => (
        <li
          key={`${step.label} ${step.who}`}
          className={classOf(step)}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {step.state === 'done' ? <Icon name="done" /> : null}
          {step.label}
          {step.state === 'done' ? <span className="vh">已同意</span> : null}
          <small>{step.state === 'now' && step.isMine ? '等您' : step.who}</small>
          {step.note ? <small>{step.note}</small> : null}
        </li>
      ))}
    </ol>
  )
}
