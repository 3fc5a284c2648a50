import type { ReactNode } from 'react'
import { BannerStrips, type Banners } from './banners'
import { PlaceNav, type Place } from './place-nav'
import { SkipLink } from './skip-link'

type Props = Banners & {
  bureau: string
  /** Where the bureau's name leads; on a personal page nowhere. */
  home?: string | undefined
  places?: readonly Place[] | undefined
  /** 建议提案办理 */
  side?: string | undefined
  /** 云汀市科学技术局办公室, 电话 … */
  foot?: readonly string[] | undefined
  children: ReactNode
}

/** For delegates and the public: roomy, works without scripts and in old browsers. */
export function PublicFrame({ bureau, home, places, side, foot = [], children, ...banners }: Props) {
  return (
    <div className="pub">
      <SkipLink />
      <BannerStrips {...banners} />
      <header className="pub-head">
        <div className="pub-in">
          {home === undefined ? (
            <span className="pub-name">{bureau}</span>
          ) : (
            <a className="pub-name" href={home}>
              {bureau}
            </a>
          )}
          {places === undefined ? null : <PlaceNav places={places} className="pub-nav" label="栏目" />}
          {side === undefined ? null : <span className="pub-side">{side}</span>}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="pub-page">
        {children}
      </main>
      {foot.length === 0 ? null : (
        <footer className="foot pub-foot">
          {foot.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </footer>
      )}
    </div>
  )
}
