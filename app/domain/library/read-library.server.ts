import { and, count, desc, eq, lt, or, sql, type SQL } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { basisDocument, pastReply } from '~/db/schema/library'
import { appUser } from '~/db/schema/people'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'
import { assertReadsLibrary } from './bring-in.server'
import type { Finding, PublishedReply, Reading } from './reading/reading'
import type { LibraryState } from './states'

export const libraryPage = 30

/** A place between two rows: the one before it. */
export type LibraryPlace = { importedAt: Date; id: string }
export type LibraryQuery = { state: LibraryState; words: string; after: LibraryPlace | null }

const mostWords = 5

/** Every word must stand somewhere in the page or its fields. */
function hasWords(columns: SQL, words: string): SQL | undefined {
  const asked = words.split(/\s+/).filter(Boolean).slice(0, mostWords)
  return and(...asked.map((word) => sql`position(lower(${word.slice(0, 60)}) in lower(${columns})) > 0`))
}

/** 往年答复: one page of a shelf, the newest first, and how many each state has. */
export async function readReplies(viewer: Viewer, { state, words, after }: LibraryQuery) {
  assertReadsLibrary(viewer)
  const t = pastReply
  const searched = sql`concat_ws(' ', ${t.title}, ${t.documentNumber}, ${t.issuer}, ${t.itemNo}, ${t.subject}, ${t.text})`
  return await asViewer(viewer, async (tx) => {
    const [rows, counts] = await Promise.all([
      tx
        .select({
          id: t.id, title: t.title, documentNumber: t.documentNumber, issuer: t.issuer, itemNo: t.itemNo, subject: t.subject,
          letterDate: t.letterDate, importedAt: t.importedAt, reading: t.reading, reason: t.reason,
        })
        .from(t)
        .where(and(eq(t.state, state), hasWords(searched, words), before(t.importedAt, t.id, after)))
        .orderBy(desc(t.importedAt), desc(t.id))
        .limit(libraryPage + 1),
      tx.select({ state: t.state, n: count() }).from(t).groupBy(t.state),
    ]) // prettier-ignore
    return {
      ...paged(rows),
      counts,
    }
  })
}

/** 依据文件, in the same way. */
export async function readPapers(viewer: Viewer, { state, words, after }: LibraryQuery) {
  assertReadsLibrary(viewer)
  const t = basisDocument
  const searched = sql`concat_ws(' ', ${t.title}, ${t.documentNumber}, ${t.issuer}, ${t.text})`
  return await asViewer(viewer, async (tx) => {
    const [rows, counts] = await Promise.all([
      tx
        .select({
          id: t.id, title: t.title, documentNumber: t.documentNumber, issuer: t.issuer, issuedOn: t.issuedOn,
          importedAt: t.importedAt, findings: t.findings, reason: t.reason,
        })
        .from(t)
        .where(and(eq(t.state, state), hasWords(searched, words), before(t.importedAt, t.id, after)))
        .orderBy(desc(t.importedAt), desc(t.id))
        .limit(libraryPage + 1),
      tx.select({ state: t.state, n: count() }).from(t).groupBy(t.state),
    ]) // prettier-ignore
    return { ...paged(rows), counts }
  })
}

const before = (
  importedAt: typeof pastReply.importedAt | typeof basisDocument.importedAt,
  id: typeof pastReply.id | typeof basisDocument.id,
  after: LibraryPlace | null,
) =>
  after
    ? or(lt(importedAt, after.importedAt), and(eq(importedAt, after.importedAt), lt(id, after.id)))
    : undefined

function paged<R extends LibraryPlace>(rows: R[]): { rows: R[]; next: LibraryPlace | null } {
  const shown = rows.slice(0, libraryPage)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > libraryPage && last ? last : null }
}

/** One page of the library as its review page shows it. @throws NotFound */
export async function readReply(viewer: Viewer, id: string) {
  assertReadsLibrary(viewer)
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ page: pastReply, who: appUser.name })
      .from(pastReply)
      .leftJoin(appUser, eq(appUser.id, sql`coalesce(${pastReply.decidedBy}, ${pastReply.importedBy})`))
      .where(eq(pastReply.id, id))
    if (!row) throw new NotFound('past reply')
    const reading = JSON.parse(row.page.reading) as Omit<Reading, 'text' | 'basis'>
    return { ...row.page, who: row.who, reading, fields: JSON.parse(row.page.fields) as PublishedReply }
  })
}

/** @throws NotFound */
export async function readPaper(viewer: Viewer, id: string) {
  assertReadsLibrary(viewer)
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ page: basisDocument, who: appUser.name })
      .from(basisDocument)
      .leftJoin(
        appUser,
        eq(appUser.id, sql`coalesce(${basisDocument.decidedBy}, ${basisDocument.importedBy})`),
      )
      .where(eq(basisDocument.id, id))
    if (!row) throw new NotFound('basis document')
    return { ...row.page, who: row.who, findings: JSON.parse(row.page.findings) as Finding[] }
  })
}
