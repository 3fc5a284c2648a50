import { z } from 'zod'
import { readFilter } from '~/domain/proposal/proposal-filter'
import type { Selection } from '~/domain/proposal/read-selection.server'
import { selectionActNames, type SelectionAct } from './selection-acts'

const number = z.string().regex(/^[\w-]{1,20}$/)

/** More than a page of the list, and less than an address may hold. */
const mostInAddress = 250

const numbersIn = (texts: readonly string[]) =>
  texts.slice(0, mostInAddress).filter((text) => number.safeParse(text).success)

/** What the list's form sends: ticked items, all of the page (page), or all the filter shows (whole). */
export function readSelectionQuery(query: URLSearchParams): { act: SelectionAct | null; selection: Selection } {
  const act = selectionActNames.find((name) => name === query.get('act')) ?? null
  if (query.get('whole')) return { act, selection: { filter: readFilter(new URLSearchParams(query.get('filter') ?? '')) } }
  const shown = query.get('page') ? (query.get('shown') ?? '').split(' ') : []
  return { act, selection: { registerNos: numbersIn([...query.getAll('item'), ...shown]) } }
} // prettier-ignore
