import { randomUUID } from 'node:crypto'
import { extension } from '~/db/schema/clock'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { amountWords } from './deadline-words'
import { openDeadlines, recounted, roomFor, ruleOfDeadline } from './recount'
import { storeRecounted } from './recount-deadlines.server'

export type Extension = { deadlineId: string; amount: number; reason: string; approvalDocument: string }

/** 延期: a longer amount from the deadline's own start, never a day added to the due day. */
export const extendDeadline = (command: Command, target: Target, input: Extension) =>
  move(command, 'extend', target, input, async (tx, f) => {
    const extended = openDeadlines(f).find((d) => d.id === input.deadlineId)
    const room = extended ? roomFor(f, extended) : null
    if (!extended || !room) throw new Error('the guards let through a deadline that cannot be extended')
    const id = randomUUID()
    await tx.insert(extension).values({
      ...input, id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, unit: room.unit,
      grantedBy: command.viewer.userId ?? '', grantedAt: command.now,
    }) // prettier-ignore
    const after = { ...f, extensions: [...f.extensions, { deadlineId: extended.id, amount: input.amount }] }
    const moved = await storeRecounted(tx, recounted(after, [extended]))
    return {
      result: { extensionId: id },
      details: {
        extensionId: id,
        deadline: ruleOfDeadline(f, extended).name,
        amount: amountWords(input.amount, room.unit),
        reason: input.reason,
        approvalDocument: input.approvalDocument,
        moved,
      },
    }
  })
