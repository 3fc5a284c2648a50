import { and, asc, desc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { asViewer, type Tx } from '~/db/client.server'
import { delegate, delegateContact } from '~/db/schema/people'
import { proposal, sponsor } from '~/db/schema/proposal'
import type { delegateKinds } from '../people/kinds'
import { searchedName } from '../people/searched-name'
import { isStaff, type Viewer } from '../people/viewer'
import type { Track } from '../proposal/words-of-the-trade'
import { NotFound } from '../refusals'
import { mostCarried } from './delegates.server'

export type DelegateFilter = {
  q: string
  track: Track | null
  kind: (typeof delegateKinds)[number] | null
  term: number | null
}
/** Where the next page begins. */
export type DelegatePlace = { pinyin: string; id: string }

const perPage = 50

/** By operators that leak nothing and follow the index under every collation: what begins with these letters. */
const beginsWith = (column: AnyPgColumn, text: string): SQL =>
  sql`(${column} ~>=~ ${text} and ${column} ~<~ ${`${text}\u{10FFFF}`})`

function conditions({ q, track, kind, term }: DelegateFilter): SQL | undefined {
  const { text, letters } = searchedName(q)
  const named =
    text === ''
      ? undefined
      : letters === null
        ? beginsWith(delegate.name, text)
        : or(
            beginsWith(delegate.pinyin, letters),
            beginsWith(delegate.initials, letters),
            beginsWith(delegate.name, text),
          )
  return and(
    sql`${delegate.bureauId} = (select fuhan_bureau())`,
    named,
    track ? eq(delegate.track, track) : undefined,
    kind ? eq(delegate.kind, kind) : undefined,
    term ? eq(delegate.term, term) : undefined,
  ) // prettier-ignore
}

/** A page of the register in the order of the spelling. @throws NotFound for who is no staff of the bureau */
export async function findDelegates(viewer: Viewer, filter: DelegateFilter, after: DelegatePlace | null) {
  if (!isStaff(viewer)) throw new NotFound('page')
  return await asViewer(viewer, async (tx) => {
    const from = after
      ? or(gt(delegate.pinyin, after.pinyin), and(eq(delegate.pinyin, after.pinyin), gt(delegate.id, after.id)))
      : undefined
    const rows = await tx
      .select()
      .from(delegate)
      .where(and(conditions(filter), from))
      .orderBy(asc(delegate.pinyin), asc(delegate.id))
      .limit(perPage + 1)
    const page = rows.slice(0, perPage).map((r) => ({ ...r, track: r.track as Track }))
    const last = page.at(-1)
    return { rows: page, next: rows.length > perPage && last ? { pinyin: last.pinyin, id: last.id } : null }
  }) // prettier-ignore
}

/** Who of a term has no record of a later one yet. */
export async function readToCarry(viewer: Viewer, { track, term }: { track: Track; term: number }) {
  return await asViewer(viewer, async (tx) => {
    const rows = await tx
      .select()
      .from(delegate)
      .where(
        and(
          eq(delegate.track, track),
          eq(delegate.term, term),
          sql`not exists (select from delegate later where later.former_id = "delegate"."id")`,
        ),
      )
      .orderBy(asc(delegate.pinyin), asc(delegate.id))
      .limit(mostCarried)
    return rows.map((r) => ({ ...r, track }))
  })
}

/** Terms there are records of, newest first. */
export async function readTerms(viewer: Viewer, track?: Track): Promise<number[]> {
  const rows = await asViewer(viewer, (tx) =>
    tx
      .selectDistinct({ term: delegate.term })
      .from(delegate)
      .where(track ? eq(delegate.track, track) : undefined)
      .orderBy(desc(delegate.term)),
  )
  return rows.map((r) => r.term)
}

/**
 * One record: with phone and address where the viewer keeps the register or handles one of its items (row-level
 * security leaves them out for others), the same person's other terms, and the items this viewer may see.
 * @throws NotFound
 */
export async function readDelegate(viewer: Viewer, id: string) {
  if (!isStaff(viewer)) throw new NotFound('page')
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx.select().from(delegate).where(eq(delegate.id, id))
    if (!row) throw new NotFound('delegate')
    const terms = await readSamePerson(tx, id)
    const [[contact], items] = await Promise.all([
      tx.select().from(delegateContact).where(eq(delegateContact.delegateId, id)),
      tx
        .select({
          delegateId: sponsor.delegateId, registerNo: proposal.registerNo, officialNo: proposal.officialNo,
          track: proposal.track, subject: proposal.subject, state: proposal.state, assignedOn: proposal.assignedOn,
        })
        .from(sponsor)
        .innerJoin(proposal, eq(proposal.id, sponsor.proposalId))
        .where(inArray(sponsor.delegateId, terms.map((t) => t.id)))
        .orderBy(desc(proposal.assignedOn), desc(proposal.registerNo))
        .limit(200),
    ])
    return {
      ...row,
      track: row.track as Track,
      contact: contact ? { phone: contact.phone, address: contact.address } : null,
      terms,
      items: items.map((i) => ({ ...i, term: terms.find((t) => t.id === i.delegateId)?.term ?? row.term })),
    }
  }) // prettier-ignore
}

/** The records of one person through the terms: what this one followed, and what followed it. */
async function readSamePerson(tx: Tx, id: string): Promise<{ id: string; term: number }[]> {
  const rows = await tx.execute<{ id: string; term: number }>(sql`
    with recursive earlier as (
      select id, term, former_id from delegate where id = ${id}::uuid
      union select d.id, d.term, d.former_id from delegate d join earlier e on d.id = e.former_id
    ), same as (
      select id, term from earlier
      union select d.id, d.term from delegate d join same s on d.former_id = s.id
    ) select distinct id, term from same order by term desc`)
  return [...rows].map(({ id: of, term }) => ({ id: of, term }))
}
