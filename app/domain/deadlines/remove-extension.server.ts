import { eq } from 'drizzle-orm'
import { extension } from '~/db/schema/clock'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { openDeadlines, recounted, ruleOfDeadline } from './recount'
import { storeRecounted } from './recount-deadlines.server'

/** 撤销延期: the deadline is what its rule makes it, as if it had never been extended. */
export const removeExtension = (
  command: Command,
  target: Target,
  input: { extensionId: string; reason: string },
) =>
  move(command, 'remove_extension', target, input, async (tx, f) => {
    const removed = f.extensions.find((e) => e.id === input.extensionId)
    const extended = openDeadlines(f).find((d) => d.id === removed?.deadlineId)
    if (!removed || !extended) throw new Error('the guards let through an extension that is not there')
    await tx
      .update(extension)
      .set({ removedBy: command.viewer.userId, removedAt: command.now, removalReason: input.reason })
      .where(eq(extension.id, removed.id))
    const after = { ...f, extensions: f.extensions.filter((e) => e.id !== removed.id) }
    const moved = await storeRecounted(tx, recounted(after, [extended]))
    return {
      result: null,
      details: {
        extensionId: removed.id,
        deadline: ruleOfDeadline(f, extended).name,
        reason: input.reason,
        moved,
      },
    }
  })
