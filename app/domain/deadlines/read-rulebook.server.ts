import { asViewer, type Tx } from '~/db/client.server'
import { readCalendar } from '../calendar/read-notices.server'
import type { Viewer } from '../people/viewer'
import { profileOf } from './profiles'
import { statutoryDefault } from './profiles/statutory-default'
import type { Rulebook } from './rulebook'

/** The rulebook as this transaction sees it. */
export const readRulebook = async (tx: Tx): Promise<Rulebook> => ({
  calendar: await readCalendar(tx),
  profileOf,
  inForce: statutoryDefault,
})

/** The same for a page that reads nothing else with it. */
export const rulebookFor = (viewer: Viewer): Promise<Rulebook> => asViewer(viewer, readRulebook)
