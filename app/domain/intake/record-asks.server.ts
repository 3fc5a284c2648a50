import { eq } from 'drizzle-orm'
import { askElsewhere } from '~/db/schema/particulars'
import { ask } from '~/db/schema/proposal'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

/** 拆分诉求: replaces the numbered points. @throws Invalid when there is none */
export const recordAsks = (command: Command, target: Target, input: { asks: readonly string[] }) =>
  move(command, 'record_asks', target, input, async (tx, f) => {
    const asks = input.asks.map((text) => text.trim()).filter((text) => text !== '')
    if (asks.length === 0) throw new Invalid([{ field: 'asks', message: '请至少写一条诉求，一行一条。' }])
    // Whose they are was said of the old numbers.
    await tx.delete(askElsewhere).where(eq(askElsewhere.proposalId, f.proposal.id))
    await tx.delete(ask).where(eq(ask.proposalId, f.proposal.id))
    await tx
      .insert(ask)
      .values(
        asks.map((text, i) => ({ proposalId: f.proposal.id, bureauId: f.proposal.bureauId, n: i + 1, text })),
      )
    return { result: null, details: { count: asks.length } }
  })
