import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { request } from '~/db/schema/co-handling'
import { appUser, division, unit } from '~/db/schema/people'
import { shanghaiDay, type Day } from '../deadlines/day'
import { opinionDue } from '../deadlines/due-of'
import { canonicalJson } from '../log/canonical'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move, moveWithin } from '../proposal/move.server'
import type { Outcome } from '../proposal/outcome.server'
import { trackWords } from '../proposal/words'
import { Invalid } from '../refusals'
import { partyName } from './party-name.server'

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
  move(command, 'send_request', target, input, sending(command, input))

/**
 * Several at once, all or none: one request, one event and one key for each party.
 * @throws Conflict when this form already asked one of them something else
 */
export const sendRequests = (command: Command, target: Target, asked: readonly Asked[]) =>
  asViewer(command.viewer, async (tx) => {
    const sent: { requestId: string }[] = []
    for (const one of asked) {
      const own = { ...command, key: `${command.key}-${one.unitId ?? one.divisionId}` }
      sent.push(await moveWithin(tx, own, 'send_request', target, one, sending(command, one)))
    }
    return sent
  })

const sending =
  (command: Command, input: Asked) =>
  async (tx: Tx, f: Facts): Promise<Outcome<{ requestId: string }>> => {
    const party = await partyOf(tx, input)
    const id = randomUUID()
    const { dueOn, derivation } = dueFor(command, f, input.dueOn)
    const contact = await contactOf(tx, command, f)
    await tx.insert(request).values({
      id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, unitId: input.unitId, divisionId: input.divisionId,
      round: f.proposal.round, position: f.requests.length + 1, question: input.question, state: 'sent',
      sentAt: command.now, dueOn, derivation, urgedTimes: 0, item: `第${f.proposal.officialNo}号${trackWords[f.proposal.track]}`,
      ...contact,
    }) // prettier-ignore
    return { result: { requestId: id }, requestId: id, details: { party, dueOn } }
  }

/** 再请会办: the unit said it was none of its business; it is asked again, why it declined stays in the log. */
export const resendRequest = (
  command: Command,
  target: Target,
  input: { question: string; dueOn: string | null },
) =>
  move(command, 'resend_request', target, input, async (tx, f) => {
    const { dueOn, derivation } = dueFor(command, f, input.dueOn)
    return {
      result: null,
      details: { party: await partyName(tx, f), dueOn },
      requestChanges: {
        question: input.question, dueOn, derivation, sentAt: command.now, acknowledgedAt: null, reason: null,
      },
    }
  }) // prettier-ignore

function dueFor(command: Command, f: Facts, byHand: string | null): { dueOn: Day; derivation: string } {
  if (byHand) return { dueOn: byHand, derivation: canonicalJson({ setByHand: byHand }) }
  const today = shanghaiDay(command.now)
  const { due, derivation } = opinionDue(f, today)
  if (due < today)
    throw new Invalid([{ field: 'dueOn', message: `按规则的期限 ${due} 已过，请填写新的期限。` }])
  return { dueOn: due, derivation: canonicalJson(derivation) }
}

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
