import { asViewer } from '~/db/client.server'
import type { Day } from '../deadlines/day'
import type { Viewer } from '../people/viewer'
import { readRows } from './proposal-rows.server'

/** The list's rows of these proposals, in the order given. */
export const readProposalRows = (viewer: Viewer, ids: readonly string[], today: Day) =>
  asViewer(viewer, (tx) => readRows(tx, ids, today))
