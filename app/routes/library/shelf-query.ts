import { libraryStates, type LibraryState } from '~/domain/library/states'
import type { LibraryQuery } from '~/domain/library/read-library.server'
import { placeOf } from '../inbox/inbox-place'

const longest = 60

/** The shelf as its address says it; anything unreadable is the first page of what waits. */
export function shelfQuery(request: Request): LibraryQuery {
  const asked = new URL(request.url).searchParams
  const state = libraryStates.find((one): one is LibraryState => one === asked.get('state')) ?? 'quarantine'
  const place = placeOf(asked.get('after'))
  return {
    state,
    words: (asked.get('q') ?? '').trim().slice(0, longest),
    after: place && { importedAt: place.writtenAt, id: place.id },
  }
}

export function shelfHref(
  base: string,
  { state, words, after }: { state: LibraryState; words: string; after?: string | null },
) {
  const query = new URLSearchParams()
  if (state !== 'quarantine') query.set('state', state)
  if (words) query.set('q', words)
  if (after) query.set('after', after)
  const said = query.toString()
  return said ? `${base}?${said}` : base
}
