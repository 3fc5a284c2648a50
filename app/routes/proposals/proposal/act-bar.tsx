import { LinkButton } from '~/ui/forms/button'
import { DisabledButton } from '~/ui/forms/disabled-button'
import type { ActOffered } from './acts-offered'

/** What this person can do now; a closed act says why and who can help. */
export function ActBar({ acts }: { acts: readonly ActOffered[] }) {
  if (acts.length === 0) return null
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
    </section>
  )
}
