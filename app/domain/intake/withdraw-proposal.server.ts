import { withdrawal } from '~/db/schema/objection'
import { endingsOf } from '../proposal/endings.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recordConsents } from '../sponsors/record-consents.server'

export type Withdrawal = { letter: string; letterOn: string; consentedIds: readonly string[] }

/**
 * 代表委员书面撤回, with every co-signer's consent (上海规定: 一致同意). The reply that was open ends, its approvals and
 * signature lapse, and whoever was asked is told that no opinion is wanted any more.
 */
export const withdrawProposal = (command: Command, target: Target, input: Withdrawal) =>
  move(command, 'withdraw', target, input, async (tx, f) => {
    const { letter, letterOn } = input
    const { id: proposalId, bureauId } = f.proposal
    await recordConsents(tx, command, f, {
      delegateIds: input.consentedIds.filter((id) => f.sponsors.some((s) => s.id === id)),
      purpose: 'withdrawal',
      consentedOn: letterOn,
      basis: letter,
    })
    await tx.insert(withdrawal).values({
      proposalId, bureauId, letter, letterOn, recordedBy: command.viewer.userId ?? '', recordedAt: command.now,
    }) // prettier-ignore
    return {
      result: null,
      first: await endingsOf(tx, f, command.now, '代表委员已撤回'),
      details: { letter, letterOn },
    }
  })
