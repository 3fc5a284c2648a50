import { randomUUID } from 'node:crypto'
import { pause } from '~/db/schema/clock'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recounted } from './recount'
import { storeRecounted } from './recount-deadlines.server'

/** 暂停计时: the proposal's own deadlines of this round stand from that day; what others were asked keeps its day. */
export const pauseClock = (command: Command, target: Target, input: { pausedOn: string; reason: string }) =>
  move(command, 'pause', target, input, async (tx, f) => {
    const id = randomUUID()
    const { round, bureauId } = f.proposal
    await tx.insert(pause).values({
      ...input, id, proposalId: f.proposal.id, bureauId, round,
      pausedBy: command.viewer.userId ?? '', pausedAt: command.now,
    }) // prettier-ignore
    const begun = { round, pausedOn: input.pausedOn, resumedOn: null }
    await storeRecounted(tx, recounted({ ...f, pauses: [...f.pauses, begun] }))
    return { result: null, details: { pauseId: id, pausedOn: input.pausedOn, reason: input.reason } }
  })
