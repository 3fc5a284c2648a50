import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { opinionLink } from '~/db/schema/co-handling'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'

/** Real days an opinion link stays open at most. */
const validDays = 60

/**
 * 生成会办链接 for one named person of the unit. The token (≥ 128 random bits, made by the page) is never stored, only its
 * hash; an earlier unused link of the same request stops working.
 */
export const makeOpinionLink = (
  command: Command,
  target: Target,
  input: { person: string; tokenHash: string },
) =>
  move(command, 'make_opinion_link', target, input, async (tx, f) => {
    await voidOpen(tx, command, f)
    const { request } = f
    const expiresAt = new Date(command.realNow.getTime() + validDays * 86_400_000)
    await tx.insert(opinionLink).values({
      id: randomUUID(), tokenHash: input.tokenHash, requestId: request?.id ?? '', proposalId: f.proposal.id,
      bureauId: f.proposal.bureauId, unitId: request?.unitId ?? '', round: request?.round ?? 0, person: input.person,
      madeBy: command.viewer.userId ?? '', madeAt: command.realNow, expiresAt,
    }) // prettier-ignore
    return {
      result: { expiresAt: expiresAt.toISOString() },
      details: { party: await partyName(tx, f), person: input.person },
    }
  })

/** 收回会办链接: whoever holds it is told to call us. */
export const voidOpinionLink = (command: Command, target: Target) =>
  move(command, 'void_opinion_link', target, {}, async (tx, f) => {
    await voidOpen(tx, command, f)
    return { result: null, details: { party: await partyName(tx, f) } }
  })

const voidOpen = (tx: Tx, command: Command, f: Facts) =>
  tx
    .update(opinionLink)
    .set({ voidedAt: command.realNow })
    .where(
      and(
        eq(opinionLink.requestId, f.request?.id ?? ''),
        isNull(opinionLink.usedAt),
        isNull(opinionLink.voidedAt),
      ),
    )
