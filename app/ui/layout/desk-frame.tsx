import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { BannerStrips, type Banners } from './banners'
import { FindForm } from './find-form'
import { PlaceNav, type Place } from './place-nav'
import { SealMark } from './seal-mark'
import { SkipLink } from './skip-link'
import { InboxLink } from './inbox-link'
import { UserMenu, type SignedIn } from './user-menu'

type Props = Banners & {
  bureau: string
  places: readonly Place[]
  user: SignedIn
  home?: string | undefined
  /** 收件, with how many are not read. */
  inbox?: { unread: number; here: boolean } | undefined
  /** What was searched for; null leaves the search out, for people who may not search. */
  query?: string | null | undefined
  /** The writing desk uses the whole width. */
  wide?: boolean | undefined
  children: ReactNode
}

export function DeskFrame({
  bureau,
  places,
  user,
  home = '/desk',
  query,
  wide,
  inbox,
  children,
  ...banners
}: Props) {
  return (
    <>
      <SkipLink />
      <BannerStrips {...banners} />
      <header className="bar">
        <div className="bar-in">
          <a className="mark" href={home}>
            <SealMark />
            <b>{bureau}</b>
          </a>
          <PlaceNav places={places} className="nav" label="主导航" />
          {query === null ? null : <FindForm query={query} />}
          {inbox ? <InboxLink {...inbox} /> : null}
          <UserMenu {...user} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classNames('page', wide && 'page-wide')}>
        {children}
      </main>
    </>
  )
}
