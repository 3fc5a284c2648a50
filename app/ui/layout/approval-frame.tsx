import type { ReactNode } from 'react'
import { BannerStrips, type Banners } from './banners'
import { SkipLink } from './skip-link'

type Props = Banners & {
  back: { href: string; label: string }
  /** 签发复函 */
  title: string
  /** 贺云章 局长 */
  who: string
  children: ReactNode
  /** ActionBar and the sheets it opens. */
  actions?: ReactNode
}

/** Phone first: where back leads, what this is, who signs; the actions stay within reach of the thumb. */
export function ApprovalFrame({ back, title, who, children, actions, ...banners }: Props) {
  return (
    <div className="ap">
      <SkipLink />
      <BannerStrips {...banners} />
      <header className="abar">
        <a className="abar-b" href={back.href}>
          ‹ {back.label}
        </a>
        <b>{title}</b>
        <span className="abar-n">{who}</span>
      </header>
      <main id="main" tabIndex={-1} className="appr">
        {children}
      </main>
      {actions}
    </div>
  )
}
