import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { delegate, delegateContact } from '~/db/schema/people'
import { keepPeople, refuseStale } from '../people/keep-people.server'
import { spellingOf } from '../people/name-spelling.server'
import type { Command } from '../proposal/command'
import { Invalid, NotFound } from '../refusals'
import { isSameRecord, type DelegateRecord } from './delegate-record'

/** 登记代表委员. The log holds the record's id alone. @throws Invalid when the same record is there already */
export const addDelegate = (command: Command, input: DelegateRecord) =>
  keepPeople(command, { kind: 'delegate_added', duty: 'delegates' }, input, async (tx, { bureauId }) => {
    await refuseSame(tx, input, null)
    const [id = ''] = await insertDelegates(tx, bureauId, [{ record: input, formerId: null }])
    return { result: { id }, details: { delegateId: id } }
  })

/**
 * 更正. Kind, track and term stay: another term is another record.
 * @throws NotFound · Conflict for a stale page · Invalid when another record says the same
 */
export const correctDelegate = (command: Command, id: string, input: DelegateRecord & { version: number }) =>
  keepPeople(command, { kind: 'delegate_corrected', duty: 'delegates' }, { id, ...input }, async (tx, by) => {
    const [row] = await tx.select().from(delegate).where(eq(delegate.id, id)).for('update')
    if (!row) throw new NotFound('delegate')
    refuseStale(row, input.version, row.name)
    const { track, kind, term } = row as Pick<DelegateRecord, 'track' | 'kind' | 'term'>
    const fixed = { ...input, track, kind, term }
    await refuseSame(tx, fixed, id)
    const { version, phone, address, ...own } = fixed
    await tx
      .update(delegate)
      .set({ ...own, ...spellingOf(own.name, kind === 'person'), version: version + 1 })
      .where(eq(delegate.id, id))
    await putContact(tx, by.bureauId, id, { phone, address })
    return { result: null, details: { delegateId: id } }
  })

export const mostCarried = 500

/**
 * 换届: each chosen record has a follower in the new term; its items stay with the record they came under. Who has a
 * record there already is left out.
 * @throws Invalid for a term that is not a later one · NotFound for a record that is none
 */
export const carryToTerm = (command: Command, input: { ids: readonly string[]; term: number }) =>
  keepPeople(command, { kind: 'delegates_carried', duty: 'delegates' }, input, async (tx, { bureauId }) => {
    const ids = [...new Set(input.ids)].slice(0, mostCarried)
    const rows = await tx.select().from(delegate).where(inArray(delegate.id, ids))
    if (rows.length !== ids.length) throw new NotFound('delegate')
    if (rows.some((r) => r.term >= input.term))
      throw new Invalid([{ field: 'term', message: '新的届次要比现在的届次大。' }])
    const [there, contacts] = await Promise.all([
      tx.select().from(delegate).where(eq(delegate.term, input.term)),
      tx.select().from(delegateContact).where(inArray(delegateContact.delegateId, ids)),
    ])
    const fresh = rows
      .filter((row) => {
        const next = { ...row, term: input.term }
        return !there.some((t) => t.formerId === row.id || isSameRecord(t, next))
      })
      .map((row): NewRecord => {
        const contact = contacts.find((c) => c.delegateId === row.id)
        const { phone, address } = contact ?? { phone: '', address: '' }
        return { record: { ...recordOf(row), term: input.term, phone, address }, formerId: row.id }
      })
    const carried = await insertDelegates(tx, bureauId, fresh)
    const result = { carried: carried.length, skipped: ids.length - carried.length }
    return { result, details: { term: input.term, delegateIds: carried } }
  })

const recordOf = (row: typeof delegate.$inferSelect): Omit<DelegateRecord, 'phone' | 'address'> => ({
  track: row.track as DelegateRecord['track'], kind: row.kind as DelegateRecord['kind'], organisationKind: row.organisationKind,
  name: row.name, term: row.term, sector: row.sector, delegation: row.delegation, liaisonGroup: row.liaisonGroup,
  workplace: row.workplace, title: row.title,
}) // prettier-ignore

export type NewRecord = { record: DelegateRecord; formerId: string | null }

/** Some hundred rows a statement: a thousand deputies are written while nobody waits. */
const rowsAtOnce = 400

/** Writes records with their spelling, and what is personal apart. Returns their ids, in order. */
export async function insertDelegates(
  tx: Tx,
  bureauId: string,
  fresh: readonly NewRecord[],
): Promise<string[]> {
  const rows = fresh.map(({ record: { phone, address, ...own }, formerId }) => ({
    own: { id: randomUUID(), bureauId, ...own, ...spellingOf(own.name, own.kind === 'person'), formerId },
    contact: { phone, address },
  }))
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce)
    await tx.insert(delegate).values(some.map((r) => r.own))
    const contacts = some
      .filter(({ contact: { phone, address } }) => phone !== '' || address !== '')
      .map(({ own, contact }) => ({ delegateId: own.id, bureauId, ...contact }))
    if (contacts.length > 0) await tx.insert(delegateContact).values(contacts)
  }
  return rows.map((r) => r.own.id)
}

/** Completes a bare name, as a registration leaves it, by what a list says of the same one. */
export async function fillDelegate(tx: Tx, bureauId: string, id: string, record: DelegateRecord) {
  const { phone, address, ...own } = record
  await tx
    .update(delegate)
    .set({ ...own, ...spellingOf(own.name, own.kind === 'person'), version: sql`${delegate.version} + 1` })
    .where(eq(delegate.id, id))
  if (phone || address) await putContact(tx, bureauId, id, { phone, address })
}

const putContact = (
  tx: Tx,
  bureauId: string,
  delegateId: string,
  contact: { phone: string; address: string },
) =>
  tx
    .insert(delegateContact)
    .values({ delegateId, bureauId, ...contact })
    .onConflictDoUpdate({ target: delegateContact.delegateId, set: contact })

async function refuseSame(tx: Tx, input: DelegateRecord, own: string | null) {
  const rows = await tx
    .select()
    .from(delegate)
    .where(and(eq(delegate.track, input.track), eq(delegate.name, input.name), eq(delegate.term, input.term)))
  if (rows.some((r) => r.id !== own && isSameRecord(r, input)))
    throw new Invalid([
      { field: 'name', message: '名册里已有这一条。同名的请写明代表团、界别或工作单位，以便区分。' },
    ])
}
