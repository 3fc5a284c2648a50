import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { appUser, delegate, division, meeting } from '~/db/schema/people'
import { proposal, sponsor } from '~/db/schema/proposal'
import { letter, reply, revision } from '~/db/schema/reply'
import { meetingPhrase } from '../deadlines/meeting-words'
import type { Viewer } from '../people/viewer'
import type { ProposalState } from '../proposal/states'
import type { HandlingRole, Outcome, Track } from '../proposal/words-of-the-trade'
import { phraseQueries } from '../search/bigrams'
import { searchIds } from '../search/search-proposals.server'
import { likenessOf, rankCandidates, tellingBigrams, type Compared, type Likeness } from './similarity'

/** An item of this or an earlier year: who handled it and how it ended. */
export type Case = {
  id: string
  registerNo: string
  officialNo: string
  track: Track
  subject: string
  year: string
  meeting: string
  sponsors: string[]
  state: ProposalState
  handlingRole: HandlingRole | null
  divisionId: string | null
  division: string | null
  handler: string | null
  leadUnitId: string | null
  outcome: Outcome | null
  docNo: string | null
}

export type SimilarCase = Case & { likeness: Likeness }

/** A bigram that more hold than this tells little, and its list is cut. */
const mostOfOne = 200
const mostCompared = 60
const mostShown = 8
/** The beginning of a text says what it is about; a book of an appendix is not compared. */
const charactersCompared = 8_000

/**
 * Duplicates and similar items of all years, the nearest first. Candidates come off the index by rare bigrams, by number
 * and by sponsor, through the one door of search: what the viewer may not see is not among them.
 */
export const findSimilar = (viewer: Viewer, mine: Compared & { id: string | null }): Promise<SimilarCase[]> =>
  asViewer(viewer, async (tx) => {
    const found = await candidates(tx, mine)
    const { ids, rarity } = rankCandidates(found)
    const near = ids.filter((id) => id !== mine.id).slice(0, mostCompared)
    const cases = await readCompared(tx, near)
    return cases
      .flatMap(({ text, ...other }) => {
        const likeness = likenessOf(shortened(mine), { ...other, text }, rarity)
        return likeness ? [{ ...other, likeness }] : []
      })
      .toSorted((a, b) => b.likeness.score - a.likeness.score || (a.registerNo < b.registerNo ? 1 : -1))
      .slice(0, mostShown)
  })

const shortened = <C extends Compared>(c: C): C => ({ ...c, text: c.text.slice(0, charactersCompared) })

async function candidates(tx: Tx, mine: Compared): Promise<Map<string, string[]>> {
  const bigrams = tellingBigrams(shortened(mine))
  if (bigrams.length === 0) return new Map()
  const [rows, ...byName] = await Promise.all([
    tx.execute<{ bigram: string; ids: string }>(sql`select b.bigram, array_to_string(array(select id from
      fuhan_search(array[quote_literal(b.bigram)::tsquery], ${mostOfOne}) as id), ' ') as ids
      from jsonb_array_elements_text(${JSON.stringify(bigrams)}::text::jsonb) as b(bigram)`),
    ...mine.sponsors.slice(0, 3).map((name) => searchIds(tx, phraseQueries(name), mostOfOne)),
    searchIds(tx, phraseQueries(mine.officialNo), mostOfOne),
  ])
  const found = new Map(rows.map(({ bigram, ids }) => [bigram, ids ? ids.split(' ') : []]))
  for (const [i, ids] of byName.entries()) found.set(`#${i}`, ids)
  return found
}

async function readCompared(tx: Tx, ids: readonly string[]): Promise<(Case & { text: string })[]> {
  if (ids.length === 0) return []
  const [cases, texts] = await Promise.all([
    readCases(tx, ids),
    tx
      .select({ id: proposal.id, text: sql<string>`left(${proposal.text}, ${charactersCompared})` })
      .from(proposal)
      .where(inArray(proposal.id, [...ids])),
  ])
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  return cases.map((c) => ({ ...c, text: textOf.get(c.id) ?? '' }))
}

/** What is told of past items, the newest first; what was registered by mistake is left out. */
export async function readCases(tx: Tx, given: readonly string[]): Promise<Case[]> {
  const ids = [...given]
  if (ids.length === 0) return []
  const [rows, sponsors, outcomes, letters] = await Promise.all([
    tx
      .select({ row: proposal, region: meeting.region, term: meeting.term, session: meeting.session, division: division.name, handler: appUser.name })
      .from(proposal)
      .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
      .leftJoin(division, eq(division.id, proposal.divisionId))
      .leftJoin(appUser, eq(appUser.id, proposal.handlerId))
      .where(and(inArray(proposal.id, ids), ne(proposal.state, 'voided')))
      .orderBy(desc(proposal.assignedOn), desc(proposal.registerNo)),
    tx
      .select({ id: sponsor.proposalId, name: delegate.name })
      .from(sponsor)
      .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
      .where(inArray(sponsor.proposalId, ids))
      .orderBy(asc(sponsor.position)),
    tx
      .select({ id: reply.proposalId, outcome: revision.outcome })
      .from(reply)
      .innerJoin(revision, and(eq(revision.replyId, reply.id), eq(revision.n, reply.frozenN)))
      .where(and(inArray(reply.proposalId, ids), eq(reply.state, 'issued')))
      .orderBy(asc(reply.issuedAt)),
    tx.select({ id: letter.proposalId, docNo: letter.docNo }).from(letter).where(inArray(letter.proposalId, ids)).orderBy(asc(letter.issuedAt)),
  ]) // prettier-ignore
  const outcomeOf = new Map(outcomes.map((o) => [o.id, o.outcome]))
  const docNoOf = new Map(letters.map((l) => [l.id, l.docNo]))
  return rows.map(({ row, region, term, session, ...named }) => ({
    id: row.id, registerNo: row.registerNo, officialNo: row.officialNo, track: row.track, subject: row.subject,
    year: row.assignedOn.slice(0, 4), meeting: meetingPhrase({ placePrefix: region, track: row.track, term, session }),
    sponsors: sponsors.filter((s) => s.id === row.id).map((s) => s.name), state: row.state, handlingRole: row.handlingRole,
    divisionId: row.divisionId, division: named.division, handler: named.handler, leadUnitId: row.leadUnitId,
    outcome: outcomeOf.get(row.id) ?? null, docNo: docNoOf.get(row.id) ?? null,
  })) // prettier-ignore
}
