import { eq } from 'drizzle-orm'
import { pause } from '~/db/schema/clock'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recounted } from './recount'
import { storeRecounted } from './recount-deadlines.server'

/** 恢复计时: the days from the pause to the day before are given back to every open deadline. */
export const resumeClock = (command: Command, target: Target, input: { resumedOn: string; reason: string }) =>
  move(command, 'resume', target, input, async (tx, f) => {
    const open = f.pauses.find((p) => p.resumedOn === null)
    if (!open) throw new Error('the guards let through a clock that runs')
    await tx
      .update(pause)
      .set({
        resumedOn: input.resumedOn,
        resumedBy: command.viewer.userId,
        resumedAt: command.now,
        resumeReason: input.reason,
      })
      .where(eq(pause.id, open.id))
    const pauses = f.pauses.map((p) => (p === open ? { ...p, resumedOn: input.resumedOn } : p))
    const moved = await storeRecounted(tx, recounted({ ...f, pauses }))
    return {
      result: null,
      details: { pauseId: open.id, resumedOn: input.resumedOn, reason: input.reason, moved },
    }
  })
