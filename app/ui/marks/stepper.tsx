import type { ReactNode } from 'react'

export type StepperStep = {
  label: string
  /** When it was passed, or what the current one has taken so far. */
  note?: ReactNode
  place: 'done' | 'now' | 'next'
}

export function Stepper({
  steps,
  label = '办理进程',
}: {
  steps: readonly StepperStep[]
  label?: string | undefined
}) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={step.place === 'next' ? undefined : step.place}
          aria-current={step.place === 'now' ? 'step' : undefined}
        >
          {step.label}
          {step.place === 'done' ? <span className="vh">（已完成）</span> : null}
          {step.note ? <small>{step.note}</small> : null}
        </li>
      ))}
    </ol>
  )
}
