import type { Track } from '../proposal/words-of-the-trade'
import { organisationKindWords, type OrganisationKind } from '../sponsors/kinds'

/** 人大代表, 政协委员; a proposing organisation by what it is. */
export const delegateTrackWords: Record<Track, string> = { npc: '人大代表', cppcc: '政协委员' }

export const kindOfDelegate = (d: {
  track: Track
  organisationKind: OrganisationKind | null
  kind: string
}) =>
  d.kind === 'person'
    ? delegateTrackWords[d.track]
    : d.organisationKind
      ? organisationKindWords[d.organisationKind]
      : '集体'

/** What tells two of one name apart: 第三代表团, 科技界, 云汀一中校长. */
export const whereFrom = (d: { delegation: string; sector: string; workplace: string; title: string }) =>
  [d.delegation, d.sector, `${d.workplace}${d.title}`].filter(Boolean).join('，')
