import { LinkButton } from '~/ui/forms/button'

/** `href` chooses it in the form above; without one it is told alone. */
export type Suggested = { name: string; reasons: readonly string[]; href: string | null }

type Props = { id: string; title: string; hint: string; list: readonly Suggested[] }

/** What the house suggests and why; a click chooses it, a person decides. */
export function Suggestions({ id, title, hint, list }: Props) {
  if (list.length === 0) return null
  return (
    <section className="pad" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="hint">{hint}</p>
      <ol className="cases">
        {list.map(({ name, reasons, href }) => (
          <li key={name} className="suggested">
            <div>
              <p>
                <b>{name}</b>
              </p>
              <p className="sm">{reasons.join('；')}</p>
            </div>
            {href ? (
              <LinkButton size="sm" href={href}>
                选用<span className="vh">{name}</span>
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
