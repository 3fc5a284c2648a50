import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { delegate } from '~/db/schema/people'
import { ask, proposal, sponsor } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { proposalSearch } from '~/db/schema/search'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import { searchVectors, type Visibility, type Words } from './bigrams'

/**
 * Brings what can be looked for in line with the proposal, in the transaction that changed it. Whatever the change was:
 * a digest over everything indexed tells whether there is anything to write. True when there was.
 */
export async function keepSearchable(tx: Tx, proposalId: string): Promise<boolean> {
  const [[row], asks, sponsors, letters, [asked], [kept]] = await Promise.all([
    tx.select().from(proposal).where(eq(proposal.id, proposalId)),
    tx.select({ text: ask.text }).from(ask).where(eq(ask.proposalId, proposalId)).orderBy(asc(ask.n)),
    readSponsors(tx, proposalId),
    tx
      .select({ id: letter.id })
      .from(letter)
      .where(eq(letter.proposalId, proposalId))
      .orderBy(asc(letter.id)),
    tx
      .select({ id: request.id })
      .from(request)
      .where(
        and(eq(request.proposalId, proposalId), isNotNull(request.unitId), ne(request.state, 'cancelled')),
      )
      .limit(1),
    tx
      .select({ digest: proposalSearch.digest })
      .from(proposalSearch)
      .where(and(eq(proposalSearch.proposalId, proposalId), eq(proposalSearch.visibility, 'staff')))
      .limit(1),
  ])
  if (!row) return false
  const { registerNo, officialNo, subject, text, bureauId } = row
  const names = sponsors.map((s) => s.name)
  const asksText = asks.map((a) => a.text)
  const made = {
    registerNo,
    officialNo,
    subject,
    text,
    names,
    asksText,
    letters,
    hasUnit: asked !== undefined,
  }
  const digest = sha256(canonicalJson(made))
  if (kept?.digest === digest) return false
  const shared: Words = {
    numbers: [registerNo, officialNo],
    heading: [subject, ...names],
    body: [...asksText, text],
  }
  const issued = letters.length > 0 ? await readLetters(tx, proposalId) : []
  const wanted: [Visibility, Words][] = [
    ['staff', { ...shared, body: [...shared.body, ...issued] }],
    ...(asked ? [['unit', shared] satisfies [Visibility, Words]] : []),
    ...(names.length > 0 ? [['delegate', shared] satisfies [Visibility, Words]] : []),
  ]
  const rows = wanted.flatMap(([visibility, words]) =>
    searchVectors(words).map((vector, part) => ({
      proposalId,
      visibility,
      part,
      bureauId,
      digest,
      words: vector,
    })),
  )
  await tx.delete(proposalSearch).where(eq(proposalSearch.proposalId, proposalId))
  await tx.insert(proposalSearch).values(rows)
  return true
}

const readSponsors = (tx: Tx, proposalId: string) =>
  tx
    .select({ name: delegate.name })
    .from(sponsor)
    .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
    .where(eq(sponsor.proposalId, proposalId))
    .orderBy(asc(sponsor.position))

/** The words of the letters that went out. To each addressee the same text went, so each is taken once. */
async function readLetters(tx: Tx, proposalId: string): Promise<string[]> {
  const rows = await tx
    .select({ docNo: letter.docNo, content: letter.content })
    .from(letter)
    .where(eq(letter.proposalId, proposalId))
  return [
    ...new Set(
      rows.flatMap(({ docNo, content }) => [docNo, content.title, ...content.body.map((p) => p.text)]),
    ),
  ]
}
