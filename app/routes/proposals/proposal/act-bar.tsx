import { LinkButton } from '~/ui/forms/button'
import { DisabledButton } from '~/ui/forms/disabled-button'
import type { ActOffered } from './acts-offered'

type Props = { acts: readonly ActOffered[]; turn: string | null }

/** What this person can do now, a closed act with why and who can help; and whose turn it is, whoever looks. */
export function ActBar({ acts, turn }: Props) {
  if (acts.length === 0 && turn === null) return null
  return (
    <section className="row act-row" aria-label="办理">
      {acts.map(({ event, label, href, isMain, reasons }) =>
        reasons.length === 0 ? (
          <LinkButton key={event} href={href} kind={isMain ? 'do' : 'plain'}>
            {label}
          </LinkButton>
        ) : event === 'submit_for_clearance' ? (
          <LinkButton key={event} href={href}>
            去拟稿
          </LinkButton>
        ) : (
          <DisabledButton key={event} reasons={reasons}>
            {label}
          </DisabledButton>
        ),
      )}
      {turn ? <span className="mute">{turn}</span> : null}
    </section>
  )
}
