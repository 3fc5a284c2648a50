import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { itemDay } from '~/db/schema/intake'
import { appUser, bureau, delegate, division, meeting, membership, unit } from '~/db/schema/people'
import { proposal, sponsor } from '~/db/schema/proposal'
import { takenOver } from '~/db/schema/taken-over'
import type { Day } from '../../deadlines/day'
import { numberFreeStates } from '../../proposal/states'
import type { Track } from '../../proposal/words-of-the-trade'
import { numbersUsed } from '../../taking-over/numbers-used.server'
import type { ListedRegistration } from '../registration'
import { differences, itemKey, type Registered } from './already-registered'
import { columnsOf, type ListSettings } from './list-settings'
import { listedItem, type Fault, type Known } from './listed-item'
import type { SheetRow } from './sheet-xml'

/** What would become of a row: new and unchanged are well; differs and faulty say at which column they are not. */
export type Judged = { position: number } & (
  | { is: 'new'; item: ListedRegistration }
  | { is: 'unchanged' | 'differs'; label: string; registered: Registered; faults: Fault[] }
  | { is: 'faulty'; label: string; faults: Fault[] }
  | { is: 'not_ours'; label: string }
  | { is: 'note' }
)

export type List = { heads: readonly string[]; settings: ListSettings }

const breathAfterMs = 8

/** Judges rows against what is registered now. The work is pure and cut into slices, so that others get their turn. */
export async function judgeRows(
  tx: Tx,
  list: List,
  rows: readonly SheetRow[],
  today: Day,
): Promise<Judged[]> {
  const columns = columnsOf(list.heads, list.settings)
  const known = await readKnown(tx, today)
  const read = []
  let since = performance.now()
  for (const { position, cells } of rows) {
    read.push({ position, ...listedItem(cells, columns, list.settings, known) })
    if (performance.now() - since < breathAfterMs) continue
    await breathe()
    since = performance.now()
  }
  const fit = read.flatMap((row) => (row.is === 'fit' ? [row.item] : []))
  const registered = await readRegistered(tx, fit)
  const used = await numbersUsed(tx, fit.flatMap((item) => item.takenOver?.documentNumber ?? [])) // prettier-ignore
  const numbers = new Map<string, number>()
  const seen = new Map<string, number>()
  return read.map((row): Judged => {
    if (row.is !== 'fit') return row
    const { position, item } = row
    const label = `${item.officialNo} ${item.subject}`
    const key = itemKey(item)
    const before = seen.get(key)
    if (before !== undefined)
      return { position, is: 'faulty', label, faults: [{ field: 'officialNo', message: `与第 ${before} 行的编号相同。` }] } // prettier-ignore
    seen.set(key, position)
    const standing = registered.get(key)
    if (!standing) {
      const fault = numberFault(item, position, numbers, used)
      return fault ? { position, is: 'faulty', label, faults: [fault] } : { position, is: 'new', item }
    }
    const faults = differences(item, standing, columns)
    return { position, is: faults.length > 0 ? 'differs' : 'unchanged', label, registered: standing, faults }
  })
}

/** No document number twice: not in the list, not among what was taken over, and not among our own letters. */
function numberFault(
  { takenOver: told }: ListedRegistration,
  position: number,
  numbers: Map<string, number>,
  used: ReadonlyMap<string, string>,
): Fault | null {
  const number = told?.documentNumber
  if (!number) return null
  const before = numbers.get(number)
  if (before !== undefined) return { field: 'documentNumber', message: `与第 ${before} 行的复文字号相同。` }
  numbers.set(number, position)
  const where = used.get(number)
  return where ? { field: 'documentNumber', message: `${number}：${where}，请核对。` } : null
}

async function readKnown(tx: Tx, today: Day): Promise<Known> {
  const [[own], units, meetings, divisions, handlers] = await Promise.all([
    tx.select().from(bureau),
    tx.select().from(unit),
    tx
      .select({ id: meeting.id, track: meeting.track, term: meeting.term, session: meeting.session })
      .from(meeting)
      .innerJoin(bureau, eq(bureau.region, meeting.region)),
    tx.select({ id: division.id, name: division.name }).from(division).where(isNull(division.closedAt)),
    tx
      .select({ id: appUser.id, name: appUser.name, divisionId: membership.divisionId })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .where(and(eq(membership.role, 'handler'), isNull(appUser.disabledAt), isNull(membership.unitId))),
  ])
  if (!own) throw new Error('the registrar has no bureau')
  return {
    own,
    units,
    meetings: meetings.map((m) => ({ ...m, track: m.track as Track })),
    divisions,
    handlers,
    today,
  }
}

/** What stands under these numbers already, by meeting, session kind and number. */
async function readRegistered(
  tx: Tx,
  items: readonly ListedRegistration[],
): Promise<Map<string, Registered>> {
  if (items.length === 0) return new Map()
  const kinds = [...new Set(items.map((i) => i.sessionKind))]
  // Equal to one of an array, not joined to a set: a look-up in the index, however many the bureau has.
  const wanted = [...new Set(items.map((i) => i.meetingId))].map((id) => {
    const numbers = JSON.stringify(items.filter((i) => i.meetingId === id).map((i) => i.officialNo))
    const isListed = sql`${proposal.officialNo} = any(array(select jsonb_array_elements_text(${numbers}::text::jsonb)))`
    return and(eq(proposal.meetingId, id), inArray(proposal.sessionKind, kinds), isListed)
  })
  const rows = await tx
    .select({ proposal, dueOn: itemDay.dueOn, takenOver })
    .from(proposal)
    .leftJoin(itemDay, eq(itemDay.proposalId, proposal.id))
    .leftJoin(takenOver, eq(takenOver.proposalId, proposal.id))
    .where(and(or(...wanted), notInArray(proposal.state, [...numberFreeStates])))
  const names = await sponsorNames(tx, rows.map((row) => row.proposal.id)) // prettier-ignore
  return new Map(
    rows.map(({ proposal: p, dueOn, takenOver: told }) => [
      itemKey(p),
      { id: p.id, registerNo: p.registerNo, subject: p.subject, text: p.text, assignedOn: p.assignedOn, receivedOn: p.receivedOn, dueOn, sponsors: names.get(p.id) ?? [], takenOver: told },
    ]),
  ) // prettier-ignore
}

async function sponsorNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (ids.length === 0) return names
  const rows = await tx
    .select({ proposalId: sponsor.proposalId, name: delegate.name })
    .from(sponsor)
    .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
    .where(sql`${sponsor.proposalId} in (select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) as k(id))`)
    .orderBy(asc(sponsor.position)) // prettier-ignore
  for (const { proposalId, name } of rows) names.set(proposalId, [...(names.get(proposalId) ?? []), name])
  return names
}
