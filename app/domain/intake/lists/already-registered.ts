import { takenOverStageWords } from '../../taking-over/stages'
import type { ListedRegistration, TakenOver } from '../registration'
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
  takenOver: ToldElsewhere | null
}

type ToldElsewhere = Pick<TakenOver, 'stage' | 'documentNumber' | 'repliedOn'>

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
  if (item.takenOver) differElsewhere(item.takenOver, registered.takenOver, differ)
  return faults
}

/** An item is taken over when it is registered and not afterwards: what the list says of it later changes nothing here. */
function differElsewhere(
  said: ToldElsewhere,
  stands: ToldElsewhere | null,
  differ: (field: Fault['field'], said: string, stands: string) => void,
) {
  const stage = stands ? takenOverStageWords[stands.stage] : '没有接续办理'
  if (said.stage !== stands?.stage) differ('stage', takenOverStageWords[said.stage], stage)
  else if (said.documentNumber !== stands.documentNumber)
    differ('documentNumber', said.documentNumber ?? '（空）', stands.documentNumber ?? '（空）')
  else if (said.repliedOn !== stands.repliedOn)
    differ('repliedOn', said.repliedOn ?? '（空）', stands.repliedOn ?? '（空）')
}

export const itemKey = (item: Pick<ListedRegistration, 'meetingId' | 'sessionKind' | 'officialNo'>) =>
  `${item.meetingId} ${item.sessionKind} ${item.officialNo}`
