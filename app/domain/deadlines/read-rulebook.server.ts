import { asViewer, type Tx } from '~/db/client.server'
import type { Viewer } from '../people/viewer'
import { profileOf } from './profiles'
import { statutoryDefault } from './profiles/statutory-default'
import type { Rulebook } from './rulebook'
import { shippedCalendar } from './shipped-calendar'

/** The rulebook as this transaction sees it. */
export const readRulebook = (_tx: Tx): Promise<Rulebook> =>
  Promise.resolve({ calendar: shippedCalendar(), profileOf, inForce: statutoryDefault })

/** The same for a page that reads nothing else with it. */
export const rulebookFor = (viewer: Viewer): Promise<Rulebook> => asViewer(viewer, readRulebook)
