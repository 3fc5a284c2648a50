import type { SponsorKind, Track } from '~/domain/proposal/words-of-the-trade'
import { delegateWords } from '~/ui/words'

type Sponsored = { sponsors: readonly string[]; sponsorKind: SponsorKind; track: Track }

/** 苏见微代表 · 温知夏等 6 名代表 · 九三学社云汀市委 */
export function sponsorsWords({ sponsors, sponsorKind, track }: Sponsored): string {
  const [first = ''] = sponsors
  const others = sponsors.length > 1
  if (sponsorKind === 'organisation') return others ? `${first}等 ${sponsors.length} 家` : first
  return others
    ? `${first}等 ${sponsors.length} 名${delegateWords[track]}`
    : `${first}${delegateWords[track]}`
}
