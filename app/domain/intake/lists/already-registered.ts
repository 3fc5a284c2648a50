import type { ListedRegistration } from '../registration'
import type { Columns } from './list-settings'
import type { Fault } from './listed-item'

/** What stands registered under the same meeting and number. */
export type Registered = {
  id: string
  registerNo: string
  subject: string
  text: string
  assignedOn: string
  receivedOn: string
  dueOn: string | null
  sponsors: readonly string[]
}

const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

/** In which columns the list says something else than what is registered; none: nothing to do. */
export function differences(item: ListedRegistration, registered: Registered, columns: Columns): Fault[] {
  const has = (field: keyof Columns) => columns[field] !== undefined
  const faults: Fault[] = []
  const differ = (field: Fault['field'], said: string, stands: string) =>
    faults.push({ field, message: `清单是“${shown(said)}”，登记的是“${shown(stands)}”。` })
  if (item.subject !== registered.subject) differ('subject', item.subject, registered.subject)
  if (item.sponsors.toSorted().join('、') !== registered.sponsors.toSorted().join('、'))
    differ('sponsors', item.sponsors.join('、'), registered.sponsors.join('、'))
  if (has('text') && item.text !== '' && item.text !== registered.text)
    differ('text', item.text, registered.text === '' ? '（未录）' : registered.text)
  if (has('assignedOn') && item.assignedOn !== registered.assignedOn)
    differ('assignedOn', item.assignedOn, registered.assignedOn)
  if (has('receivedOn') && item.receivedOn !== registered.receivedOn)
    differ('receivedOn', item.receivedOn, registered.receivedOn)
  if (has('dueOn') && item.dueOn !== registered.dueOn)
    differ('dueOn', item.dueOn ?? '（空）', registered.dueOn ?? '（未录）')
  return faults
}

export const itemKey = (item: Pick<ListedRegistration, 'meetingId' | 'sessionKind' | 'officialNo'>) =>
  `${item.meetingId} ${item.sessionKind} ${item.officialNo}`
