import { Count } from '../marks/count'

export type Tab = {
  href: string
  label: string
  count?: number | string | undefined
  tone?: 'late' | 'soon' | undefined
  here?: boolean | undefined
}

/** Places of one proposal, each a page of its own. */
export function Tabs({ tabs, label = '本件内容' }: { tabs: readonly Tab[]; label?: string | undefined }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.here ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <Count tone={tab.tone}>{tab.count}</Count>}
        </a>
      ))}
    </nav>
  )
}
