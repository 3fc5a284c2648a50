import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { appUser, division, unit } from '~/db/schema/people'
import { shanghaiDay } from '../deadlines/day'
import { opinionDue } from '../deadlines/due-of'
import { canonicalJson } from '../log/canonical'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

export type Asked = {
  unitId: string | null
  divisionId: string | null
  question: string
  dueOn: string | null
}

/**
 * 请会办: one request to a unit or an internal division. The due day is the profile's, or a tighter one set by hand.
 * @throws Invalid for an unknown party or a due day that has passed
 */
export const sendRequest = (command: Command, target: Target, input: Asked) =>
  move(command, 'send_request', target, input, async (tx, f) => {
    const party = await partyOf(tx, input)
    const id = randomUUID()
    const due = opinionDue(f, shanghaiDay(command.now))
    const dueOn = input.dueOn ?? due.due
    if (dueOn < shanghaiDay(command.now))
      throw new Invalid([{ field: 'dueOn', message: '会办期限不能早于今天。' }])
    const contact = await contactOf(tx, command, f)
    await tx.insert(request).values({
      id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, unitId: input.unitId, divisionId: input.divisionId,
      round: f.proposal.round, position: f.requests.length + 1, question: input.question, state: 'sent',
      sentAt: command.now, dueOn, derivation: canonicalJson(input.dueOn ? { setByHand: dueOn } : due.derivation),
      urgedTimes: 0, ...contact,
    }) // prettier-ignore
    return {
      result: { requestId: id },
      requestId: id,
      details: { party, dueOn },
    }
  })

async function partyOf(tx: Tx, input: Asked): Promise<string> {
  const [asked] = input.unitId
    ? await tx.select({ name: unit.shortName }).from(unit).where(eq(unit.id, input.unitId))
    : input.divisionId
      ? await tx.select({ name: division.name }).from(division).where(eq(division.id, input.divisionId))
      : []
  if (!asked) throw new Invalid([{ field: 'unitId', message: '请选择会办单位或处室。' }])
  return asked.name
}

/** The unit cannot see our people: whom to call is written on the request. */
async function contactOf(tx: Tx, command: Command, f: Facts) {
  const id = f.proposal.handlerId ?? command.viewer.userId ?? ''
  const [person] = await tx
    .select({ contactName: appUser.name, contactPhone: appUser.phone })
    .from(appUser)
    .where(eq(appUser.id, id))
  return person ?? { contactName: command.viewer.name, contactPhone: '' }
}
