import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { clearanceStep, remark } from '~/db/schema/reply'
import { plainTextOfDoc } from '../drafting/rich-text'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import { roleWords } from '../proposal/who-can-help'
import { Invalid } from '../refusals'
import { ownStep, type Decision } from './approve-step.server'
import { lapseApprovals, thawed } from './lapse-approvals.server'

export type Remark = { quote: string; text: string }

/**
 * 退回修改 with at least one located remark; every approval of the submission lapses.
 * @throws Invalid when a quote does not stand in the text
 */
export const returnForAmendment = (
  command: Command,
  target: Target,
  input: Decision & { reason: string; remarks: Remark[] },
) =>
  move(command, 'return_for_amendment', target, input, async (tx, f) => {
    const reply = f.reply
    if (!reply) throw new Error('a reply is returned')
    assertLocated(f, input.remarks)
    await lapseApprovals(tx, reply, command.now)
    const stepId = await returnedStep(tx, command, f, input.stepId)
    const rows = input.remarks.map((r) => ({
      ...r, id: randomUUID(), stepId, replyId: reply.id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
      revisionN: reply.frozenN ?? reply.revisionN, madeBy: command.viewer.userId ?? '', madeAt: command.now,
    })) // prettier-ignore
    await tx.insert(remark).values(rows)
    const role = reply.steps.find((s) => s.id === input.stepId)?.role ?? f.profile.signerRole
    return {
      result: null,
      replyChanges: thawed,
      details: { step: roleWords[role], stepId, reason: input.reason, remarks: rows.length },
    }
  })

function assertLocated(f: Facts, remarks: readonly Remark[]) {
  const text = f.reply?.frozen ? plainTextOfDoc(f.reply.frozen.doc) : ''
  const lost = remarks.find((r) => r.quote.trim() !== '' && !text.includes(r.quote.trim()))
  if (lost)
    throw new Invalid([
      { field: 'remarks', message: `复函里没有“${lost.quote.slice(0, 20)}”这句话，请照原文摘出。` },
    ])
}

/** The director's return has no step of its own: it stands on the last one of the chain. */
async function returnedStep(tx: Tx, command: Command, f: Facts, stepId: string): Promise<string> {
  const isSigner = f.viewer.memberships.some((m) => m.role === f.profile.signerRole)
  const step = f.reply?.steps.find((s) => s.id === stepId)
  const id = step && !isSigner ? ownStep(f, stepId).id : f.reply?.steps.at(-1)?.id
  if (!id) throw new Error('a submission has steps')
  if (!isSigner)
    await tx
      .update(clearanceStep)
      .set({ state: 'returned', decidedBy: command.viewer.userId, decidedAt: command.now })
      .where(eq(clearanceStep.id, id))
  return id
}
