import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { clearanceStep } from '~/db/schema/reply'
import type { Command, Target } from '../proposal/command'
import type { Facts, StepFacts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { holdsStep } from '../proposal/relations'
import { roleWords } from '../proposal/who-can-help'
import { Refused } from '../refusals'
import { openNext } from './chains'

/** What the reviewer had before him: the step, its state and the hash of the text he read. */
export type Decision = { stepId: string; hash: string; shownState?: string }

/** 同意: one step over the frozen hash; the next rank opens when its rank is done. */
export const approveStep = (command: Command, target: Target, input: Decision) =>
  move(command, 'approve_step', target, input, async (tx, f) => {
    const step = ownStep(f, input.stepId)
    await tx
      .update(clearanceStep)
      .set({ state: 'approved', decidedBy: command.viewer.userId, decidedAt: command.now })
      .where(eq(clearanceStep.id, step.id))
    await openWhatFollows(tx, command, f, step.id)
    return { result: null, details: { step: roleWords[step.role], stepId: step.id, hash: step.hash } }
  })

/** The step, if it is the viewer's own. @throws Refused */
export function ownStep(f: Facts, stepId: string): StepFacts {
  const step = f.reply?.steps.find((s) => s.id === stepId)
  if (step && holdsStep(f.viewer, step.role, step.divisionId)) return step
  throw new Refused('approve_step', [
    {
      code: 'NOT_YOURS',
      message: '这一步不由您审核。',
      whoCanResolve: step ? roleWords[step.role] : '承办人',
    },
  ])
}

async function openWhatFollows(tx: Tx, command: Command, f: Facts, approvedId: string) {
  const steps = (f.reply?.steps ?? []).map((s) =>
    s.id === approvedId ? { ...s, state: 'approved' as const } : s,
  )
  for (const [i, after] of openNext(steps).entries()) {
    if (after.state !== 'open' || steps[i]?.state === 'open') continue
    await tx
      .update(clearanceStep)
      .set({ state: 'open', openedAt: command.now })
      .where(eq(clearanceStep.id, after.id))
  }
}
