import { and, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { unit } from '~/db/schema/people'
import { acknowledgeRequest } from '../co-handling/acknowledge-request.server'
import { answerRequest } from '../co-handling/answer-request.server'
import { declineRequest } from '../co-handling/decline-request.server'
import { houseOf, nobody, type Viewer } from '../people/viewer'
import type { Command } from '../proposal/command'
import { NotFound } from '../refusals'
import type { ParcelRow } from './deliver-parcels.server'
import type { Answered, Word } from './parcel'

type Homeward = Answered | Word | { kind: 'acknowledged' }

/** The other bureau's act on our request, through our own door, as the unit it is here and no further. */
export async function bringHome(row: ParcelRow, body: Homeward, clocks: { now: Date; realNow: Date }) {
  const asked = await askedOf(row)
  const command: Command = { ...clocks, viewer: asUnit(row.toBureauId, asked), key: `parcel:${row.id}` }
  const target = { proposalId: asked.proposalId, requestId: row.requestId }
  if (body.kind === 'acknowledged') return await acknowledgeRequest(command, target)
  if (body.kind === 'answered') {
    const { text, docNo, contactName } = body
    return await answerRequest(command, target, {
      text,
      docNo,
      contactName,
      contactPhone: '',
      isNoObjection: false,
    })
  }
  return await declineRequest(command, target, { reason: body.reason })
}

type AskedUnit = { proposalId: string; unitId: string; name: string }

async function askedOf(row: ParcelRow): Promise<AskedUnit> {
  const [found] = await asViewer(houseOf(row.toBureauId), (tx) =>
    tx
      .select({ proposalId: request.proposalId, unitId: unit.id, name: unit.shortName })
      .from(request)
      .innerJoin(unit, eq(unit.id, request.unitId))
      .where(and(eq(request.id, row.requestId), eq(request.bureauId, row.toBureauId))),
  )
  if (!found) throw new NotFound('request')
  return found
}

const asUnit = (bureauId: string, { unitId, name }: AskedUnit): Viewer => ({
  ...nobody,
  bureauId,
  name,
  memberships: [{ role: 'co_handler', divisionId: null, unitId }],
})
