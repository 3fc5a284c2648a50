import { Count } from '../marks/count'

export type Place = { href: string; label: string; count?: number | undefined; here?: boolean | undefined }

export function PlaceNav({
  places,
  className,
  label,
}: {
  places: readonly Place[]
  className: string
  label: string
}) {
  return (
    <nav className={className} aria-label={label}>
      {places.map(({ href, label: name, count, here }) => (
        <a key={href} href={href} aria-current={here ? 'page' : undefined}>
          {name}
          {count ? <Count>{count}</Count> : null}
        </a>
      ))}
    </nav>
  )
}
