import { classNames } from '../class-names'

export type View = {
  href: string
  label: string
  count?: number | string | undefined
  tone?: 'late' | 'soon' | undefined
  here?: boolean | undefined
}

/** Ready-made filters above a list: 全部在办 46, 逾期 2. */
export function SavedViews({
  views,
  label = '常用筛选',
}: {
  views: readonly View[]
  label?: string | undefined
}) {
  return (
    <nav className="saved" aria-label={label}>
      {views.map((view) => (
        <a key={view.href} href={view.href} aria-current={view.here ? 'true' : undefined}>
          {view.label}{' '}
          {view.count === undefined ? null : (
            <b className={classNames(view.tone === 'late' && 'r', view.tone === 'soon' && 'a') || undefined}>
              {view.count}
            </b>
          )}
        </a>
      ))}
    </nav>
  )
}

/** Two or three views of the same list in one frame. */
export function Segments({ views, label }: { views: readonly View[]; label: string }) {
  return (
    <nav className="seg" aria-label={label}>
      {views.map((view) => (
        <a key={view.href} href={view.href} aria-current={view.here ? 'true' : undefined}>
          {view.label}
          {view.count === undefined ? null : ` ${view.count}`}
        </a>
      ))}
    </nav>
  )
}
