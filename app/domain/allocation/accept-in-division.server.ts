import type { Tx } from '~/db/client.server'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

/** The named handler of the lead division. @throws Invalid when he is not one */
export function handlerInDivision(f: Facts, handlerId: string) {
  const holder = f.holders.find(
    (h) => h.userId === handlerId && h.role === 'handler' && h.divisionId === f.proposal.divisionId,
  )
  if (!holder) throw new Invalid([{ field: 'handlerId', message: '这个人不是本处室的承办人，请重新选择。' }])
  return holder
}

/** 处室签收, and who handles it. */
export const acceptInDivision = (command: Command, target: Target, input: { handlerId: string }) =>
  move(command, 'division_accept', target, input, async (_tx: Tx, f) => {
    const holder = handlerInDivision(f, input.handlerId)
    return {
      result: { kind: 'accept' as const, proposalId: f.proposal.id, registerNo: f.proposal.registerNo },
      changes: { handlerId: holder.userId },
      details: { handler: holder.name, handlerId: holder.userId },
    }
  })
