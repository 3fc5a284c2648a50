import type { DelegateFilter, DelegatePlace } from '~/domain/delegates/read-delegates.server'
import { delegateKinds } from '~/domain/people/kinds'
import { tracks } from '~/domain/proposal/words-of-the-trade'

/** The filter as the address says it; what is no filter is none. */
export function delegateFilterIn(asked: URLSearchParams): DelegateFilter {
  const term = asked.get('term') ?? ''
  return {
    q: (asked.get('q') ?? '').slice(0, 60),
    track: tracks.find((t) => t === asked.get('track')) ?? null,
    kind: delegateKinds.find((k) => k === asked.get('kind')) ?? null,
    term: /^[1-9]\d?$/.test(term) ? Number(term) : null,
  }
}

export function placeIn(asked: URLSearchParams): DelegatePlace | null {
  const [pinyin, id] = (asked.get('after') ?? '').split(' ')
  return pinyin !== undefined && id !== undefined && /^[\da-f-]{36}$/.test(id) && pinyin.length <= 400
    ? { pinyin, id }
    : null
}

export function delegateQuery({ q, track, kind, term }: DelegateFilter, after?: DelegatePlace): string {
  const said = { q, track: track ?? '', kind: kind ?? '', term: term === null ? '' : String(term) }
  const fields = Object.entries({ ...said, after: after ? `${after.pinyin} ${after.id}` : '' })
  return new URLSearchParams(fields.filter(([, value]) => value !== '')).toString()
}
