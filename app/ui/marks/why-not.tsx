import type { ReactNode } from 'react'

/** A guard's refusal as the page shows it (`Refusal` of the rules fits), with the place where it is settled. */
export type Obstacle = {
  code: string
  /** What is missing. */
  message: string
  /** Who can help. */
  whoCanResolve: ReactNode
  href?: string | undefined
  /** The verb of the link: 去催办. */
  action?: string | undefined
}

type Props = { id: string; title: ReactNode; items: readonly Obstacle[] }

/** Why a door is closed and who has the key; the closed button names this list by its id. */
export function WhyNot({ id, title, items }: Props) {
  return (
    <div className="whynot" id={id}>
      <p>
        <b>{title}</b>
      </p>
      <ol>
        {items.map(({ code, message, whoCanResolve, href, action }) => (
          <li key={`${code} ${message}`}>
            <span>{message}</span>
            <span className="dim">{whoCanResolve}</span>
            {href === undefined ? null : <a href={href}>{action ?? '去办理'}</a>}
          </li>
        ))}
      </ol>
    </div>
  )
}
