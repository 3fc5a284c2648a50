import { Fragment } from 'react'

export type CrumbPlace = { label: string; href?: string | undefined }

export function Crumb({ places }: { places: readonly CrumbPlace[] }) {
  return (
    <nav className="crumb" aria-label="位置">
      {places.map(({ label, href }, index) => (
        <Fragment key={label}>
          {index > 0 ? ' › ' : null}
          {href === undefined ? label : <a href={href}>{label}</a>}
        </Fragment>
      ))}
    </nav>
  )
}
