import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
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
    const id = await insertDelegate(tx, bureauId, input, null)
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
    const carried: string[] = []
    for (const row of rows) {
      const next = { ...row, term: input.term }
      if (there.some((t) => t.formerId === row.id || isSameRecord(t, next))) continue
      const contact = contacts.find((c) => c.delegateId === row.id)
      const { phone, address } = contact ?? { phone: '', address: '' }
      carried.push(
        await insertDelegate(tx, bureauId, { ...recordOf(row), term: input.term, phone, address }, row.id),
      )
    }
    const result = { carried: carried.length, skipped: ids.length - carried.length }
    return { result, details: { term: input.term, delegateIds: carried } }
  })

const recordOf = (row: typeof delegate.$inferSelect): Omit<DelegateRecord, 'phone' | 'address'> => ({
  track: row.track as DelegateRecord['track'], kind: row.kind as DelegateRecord['kind'], organisationKind: row.organisationKind,
  name: row.name, term: row.term, sector: row.sector, delegation: row.delegation, liaisonGroup: row.liaisonGroup,
  workplace: row.workplace, title: row.title,
}) // prettier-ignore

/** Writes one record with its spelling, and what is personal apart. */
export async function insertDelegate(
  tx: Tx,
  bureauId: string,
  input: DelegateRecord,
  formerId: string | null,
): Promise<string> {
  const id = randomUUID()
  const { phone, address, ...own } = input
  await tx
    .insert(delegate)
    .values({ id, bureauId, ...own, ...spellingOf(own.name, own.kind === 'person'), formerId })
  if (phone || address) await putContact(tx, bureauId, id, { phone, address })
  return id
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
