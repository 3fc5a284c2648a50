import { randomUUID } from 'node:crypto'
import { objection } from '~/db/schema/objection'
import { canonicalJson } from '../log/canonical'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { isWindowOpen, returnWindow } from './return-window'

/** 提出退办, with a reason and the unit it belongs to; after the window it is the deputy's own, and marked so. */
export const raiseObjection = (
  command: Command,
  target: Target,
  input: { reason: string; proposedUnit: string },
) =>
  move(command, 'raise_objection', target, input, async (tx, f) => {
    const id = randomUUID()
    const window = returnWindow(f)
    const isLate = !isWindowOpen(f)
    await tx.insert(objection).values({
      ...input, id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId, state: 'raised',
      windowEndsOn: window.due, derivation: canonicalJson(window.derivation), isLate,
      raisedBy: command.viewer.userId ?? '', raisedAt: command.now,
    }) // prettier-ignore
    return {
      result: { objectionId: id },
      objectionId: id,
      details: { ...input, isLate, windowEndsOn: window.due },
    }
  })
