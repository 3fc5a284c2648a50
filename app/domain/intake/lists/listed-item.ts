import { withoutHiddenCharacters } from '../../drafting/plain-text'
import type { SessionKind, Track } from '../../proposal/words-of-the-trade'
import { listedRegistration, type ListedRegistration } from '../registration'
import { listFieldWords, type ListField } from './column-words'
import { handledElsewhere, type KnownPeople } from './handled-elsewhere'
import { listDay } from './list-day'
import { namesIn, officialNoOf, oneLine, sponsorKindOf } from './list-names'
import type { Columns, ListSettings } from './list-settings'
import { meetingNamed, type KnownMeeting } from './meeting-named'
import { ourRole, type KnownUnit, type OwnName } from './our-role'

/** What a row is compared with: the bureau, its people and directory, the meetings of its place, and today. */
export type Known = KnownPeople & {
  own: OwnName
  units: readonly KnownUnit[]
  meetings: readonly KnownMeeting[]
  today: string
}

export type Fault = { field: ListField; message: string }

/** fit: could be registered · faulty: says where · not_ours: names other bureaus only · note: a line that is no item */
export type ListedItem =
  | { is: 'fit'; item: ListedRegistration }
  | { is: 'faulty'; faults: Fault[]; label: string }
  | { is: 'not_ours'; label: string }
  | { is: 'note' }

/** Reads one row of a list as it is mapped. Pure: what is registered already is asked afterwards. */
export function listedItem(
  cells: readonly string[],
  columns: Columns,
  settings: ListSettings,
  known: Known,
): ListedItem {
  const cell = (field: ListField) => {
    const column = columns[field]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  const officialNo = officialNoOf(cell('officialNo'))
  const subject = oneLine(cell('subject'))
  if (isNote(officialNo, subject)) return { is: 'note' }
  const label = `${officialNo} ${subject}`.trim().slice(0, 200)
  const faults: Fault[] = []
  const role = ourRole(
    { leadUnit: cell('leadUnit'), assistUnits: cell('assistUnits'), arrangement: cell('arrangement') },
    known.own,
    known.units,
  )
  if (role.ours === false) return { is: 'not_ours', label }
  if (role.ours === 'unclear') faults.push({ field: role.field, message: role.message })
  const day = (field: 'assignedOn' | 'receivedOn' | 'dueOn' | 'repliedOn', otherwise: string | null) =>
    dayIn(cell(field), field, otherwise, faults)
  const meeting = meetingOf(cell('track'), cell('meeting'), settings, known, faults)
  const assignedOn = day('assignedOn', settings.assignedOn)
  const handlingRole = role.ours === true ? role.role : null
  const names = namesIn([cell('sponsors'), cell('coSponsors')].join('\n'))
  const read = listedRegistration.safeParse({
    track: meeting?.track,
    meetingId: meeting?.id,
    sessionKind: sessionKindOf(cell('sessionKind'), settings.sessionKind, faults),
    officialNo,
    subject,
    text: cell('text')
      .split(/\r\n|\n|\r/)
      .map(withoutHiddenCharacters)
      .join('\n'),
    sponsorKind: sponsorKindOf(cell('sponsorKind'), names),
    sponsors: names,
    assigningUnitId: settings.assigningUnitId,
    assignedOn,
    receivedOn: day('receivedOn', settings.receivedOn),
    dueOn: day('dueOn', null),
    isWide: false,
    priority: isMarked(cell('priority')) ? 'key' : 'normal',
    handlingRole,
    leadUnitId: role.ours === true ? role.leadUnitId : null,
    takenOver: handledElsewhere(
      { cell, repliedOn: day('repliedOn', null), assignedOn, today: known.today, handlingRole },
      known,
      faults,
    ),
  })
  if (read.success && faults.length === 0) return { is: 'fit', item: read.data }
  return { is: 'faulty', label, faults: [...faults, ...schemaFaults(read.error?.issues ?? [], faults)] }
}

/** Under a list stand its sum, who filled it in and remarks: no number, and no subject or a word of that kind. */
const isNote = (officialNo: string, subject: string) =>
  (officialNo === '' && subject === '') ||
  (/^(合计|总计|小计|共计|备注|说明|注|填表人|制表人|联系人)/.test(officialNo) && subject === '')

function schemaFaults(
  issues: readonly { path: PropertyKey[]; message: string }[],
  before: readonly Fault[],
): Fault[] {
  const faults = issues.map(({ path, message }) => {
    const own = String(path[0]) === 'takenOver' ? String(path[1]) : String(path[0])
    const field = own === 'meetingId' ? 'meeting' : own
    return { field: field in listFieldWords ? (field as ListField) : 'subject', message }
  })
  return faults.filter(
    (fault, i) =>
      !before.some((b) => b.field === fault.field) && faults.findIndex((f) => f.field === fault.field) === i,
  )
}

function dayIn(text: string, field: ListField, otherwise: string | null, faults: Fault[]): string | null {
  if (text === '') return otherwise
  const day = listDay(text)
  if (day === null)
    faults.push({
      field,
      message: `${listFieldWords[field]}“${oneLine(text).slice(0, 30)}”不是日期，应如 2026-03-05。`,
    })
  return day
}

function sessionKindOf(text: string, otherwise: SessionKind, faults: Fault[]): SessionKind {
  if (text === '') return otherwise
  if (/平时|闭会|休会/.test(text)) return 'off_session'
  if (/大会|会间|会议期间|会中/.test(text)) return 'plenary'
  faults.push({ field: 'sessionKind', message: `“${oneLine(text).slice(0, 20)}”认不出是大会还是平时。` })
  return otherwise
}

const trackOf = (text: string): Track | null =>
  /提案|政协/.test(text) ? 'cppcc' : /建议|议案|人大/.test(text) ? 'npc' : null

function meetingOf(
  trackCell: string,
  meetingCell: string,
  settings: ListSettings,
  { meetings }: Known,
  faults: Fault[],
): KnownMeeting | undefined {
  const chosen = meetings.find((m) => m.id === settings.meetingId)
  const track = trackOf(trackCell) ?? trackOf(meetingCell) ?? chosen?.track
  if (/届/.test(meetingCell) && track) {
    const named = meetingNamed(meetingCell, track, meetings)
    if (named) return named
    faults.push({
      field: 'meeting',
      message: `会议“${oneLine(meetingCell).slice(0, 40)}”没有登记，请系统管理员先添加。`,
    })
    return chosen
  }
  if (chosen && track !== chosen.track)
    faults.push({ field: 'track', message: '这一行的类别与所选会议不符，请分开导入，或在表格里写明届次。' })
  return chosen
}

const isMarked = (text: string) => text !== '' && !/^(否|无|不是|一般|普通|非重点|0|\/|-|—)/.test(text)
