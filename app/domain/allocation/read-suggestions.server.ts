import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { delegate } from '~/db/schema/people'
import { proposal, sponsor } from '~/db/schema/proposal'
import type { Viewer } from '../people/viewer'
import type { SimilarCase } from '../triage/find-similar.server'
import { suggestDivisions, type Allocated, type Division, type Item } from './suggest-divisions'
import { suggestUnits, type Unit } from './suggest-units'

/** So many of the newest items say how a bureau allocates now. */
const mostRead = 1_000
const shownDivisions = 3

/** Divisions and units an item may be for, with the reasons, from what this viewer may see of earlier ones. */
export async function readSuggestions(
  viewer: Viewer,
  item: Item & { id: string },
  among: { divisions: readonly Division[]; units: readonly Unit[] },
  similar: readonly SimilarCase[],
) {
  const { history, asked } = await asViewer(viewer, async (tx) => ({
    history: await readHistory(tx, item.id),
    asked: await readAsked(tx, similar),
  }))
  const kin = similar.map((c) => ({ ...c, score: Math.min(c.likeness.score, 1) }))
  const askedThen = kin.map((c) => ({ ...c, unitIds: [...(asked.get(c.id) ?? []), ...(c.leadUnitId ? [c.leadUnitId] : [])] })) // prettier-ignore
  return {
    divisions: suggestDivisions(item, history, among.divisions, kin).slice(0, shownDivisions),
    units: suggestUnits(item, among.units, askedThen),
  }
}

async function readHistory(tx: Tx, exceptId: string): Promise<Allocated[]> {
  const rows = await tx
    .select({
      id: proposal.id,
      subject: proposal.subject,
      text: sql<string>`left(${proposal.text}, 600)`,
      divisionId: proposal.divisionId,
    })
    .from(proposal)
    .where(and(isNotNull(proposal.divisionId), ne(proposal.id, exceptId)))
    .orderBy(desc(proposal.assignedOn))
    .limit(mostRead)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const names = await tx
    .select({ id: sponsor.proposalId, name: delegate.name })
    .from(sponsor)
    .innerJoin(delegate, eq(delegate.id, sponsor.delegateId))
    .where(inArray(sponsor.proposalId, ids))
    .orderBy(asc(sponsor.position))
  const sponsors = new Map<string, string[]>()
  for (const { id, name } of names) sponsors.set(id, [...(sponsors.get(id) ?? []), name])
  return rows.flatMap(({ id, divisionId, ...row }) =>
    divisionId ? [{ ...row, divisionId, sponsors: sponsors.get(id) ?? [] }] : [],
  )
}

async function readAsked(tx: Tx, similar: readonly SimilarCase[]): Promise<Map<string, string[]>> {
  if (similar.length === 0) return new Map()
  const rows = await tx
    .select({ id: request.proposalId, unitId: request.unitId })
    .from(request)
    .where(
      and(
        inArray(
          request.proposalId,
          similar.map((c) => c.id),
        ),
        isNotNull(request.unitId),
        ne(request.state, 'cancelled'),
      ),
    )
  const asked = new Map<string, string[]>()
  for (const { id, unitId } of rows) if (unitId) asked.set(id, [...(asked.get(id) ?? []), unitId])
  return asked
}
