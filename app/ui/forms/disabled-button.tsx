import { useId, type ReactNode } from 'react'
import { Icon } from '../icon'
import { Button, buttonClass, type ButtonLook } from './button'

export type Reason = {
  /** What stands in the way. */
  message: string
  /** Who can help. */
  whoCanResolve?: ReactNode
}

type Props = ButtonLook & {
  children: ReactNode
  reasons: readonly Reason[]
  /** The id of a list on the page that says why at length (WhyNot); the short reason is then not repeated here. */
  describedBy?: string | undefined
}

/** A closed door names the key. It can be reached by keyboard, so that its reason is read aloud; pressing it does nothing. */
export function DisabledButton({ children, reasons, describedBy, ...look }: Props) {
  const own = useId()
  return (
    <span className="closed">
      <button
        type="button"
        className={buttonClass({ ...look, kind: 'plain' })}
        aria-disabled="true"
        aria-describedby={describedBy ?? own}
      >
        {children}
      </button>
      {describedBy === undefined ? (
        <span className="hint" id={own}>
          <Icon name="lock" />{' '}
          {reasons.map(({ message, whoCanResolve }) => (
            <span key={message} className="closed-why">
              {whoCanResolve ? (
                <>
                  {message.replace(/。$/, '')}；{whoCanResolve}
                </>
              ) : (
                message
              )}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  )
}

type GatedProps = Props & {
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formAction?: string | undefined
}

/** Open while nothing stands in the way: the page asks the same guards as the command. */
export function GatedButton({
  reasons,
  describedBy,
  children,
  name,
  value,
  form,
  formAction,
  ...look
}: GatedProps) {
  if (reasons.length > 0)
    return (
      <DisabledButton {...look} reasons={reasons} describedBy={describedBy}>
        {children}
      </DisabledButton>
    )
  return (
    <Button {...look} name={name} value={value} form={form} formAction={formAction}>
      {children}
    </Button>
  )
}
