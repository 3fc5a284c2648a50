import type { deadline } from '~/db/schema/proposal'
import type { takenOver } from '~/db/schema/taken-over'
import type { TakenOver } from '../intake/registration'
import { eventRow, type Times } from '../log/append-event.server'
import type { Command } from '../proposal/command'
import type { ProposalFacts } from '../proposal/facts'
import { proposalLifecycle } from '../proposal/lifecycle'
import { partsOf } from './document-number'
import { takenOverStageWords } from './stages'

type EventRow = ReturnType<typeof eventRow>

type Beside = { previous: EventRow; names: { division: string; handler: string }; times: Times }

/**
 * 接续办理: the second event of an item registered from a list, the row as it stands after it, and the record of what
 * another system had done. The table says which states it may lead to.
 */
export function takeOver(command: Command, fresh: ProposalFacts, told: TakenOver, beside: Beside) {
  const { previous, names, times } = beside
  const rule = proposalLifecycle.taken_over
  const state = [rule.to, ...rule.orTo].find((one) => one === told.stage)
  if (!state) throw new Error(`nothing is taken over as ${told.stage}`)
  const changes = { state, divisionId: told.divisionId, handlerId: told.handlerId }
  const event = eventRow(
    command.viewer,
    {
      kind: 'taken_over',
      proposalId: fresh.id,
      sequence: fresh.sequence + 1,
      version: fresh.version + 1,
      previousHash: previous.hash,
      correlation: previous.body.correlation,
      changes,
      details: {
        stage: takenOverStageWords[told.stage],
        ...names,
        ...(told.repliedOn ? { repliedOn: told.repliedOn } : {}),
        ...(told.documentNumber ? { documentNumber: told.documentNumber } : {}),
      },
    },
    times,
  )
  const row = { ...fresh, ...changes, sequence: fresh.sequence + 1, version: fresh.version + 1 }
  return { row, event, record: recordOf(command, fresh, told) }
}

function recordOf(
  { viewer, now }: Command,
  { id, bureauId }: ProposalFacts,
  told: TakenOver,
): typeof takenOver.$inferInsert {
  const { divisionId: _, handlerId: _handler, ...said } = told
  if (!viewer.userId) throw new Error('somebody takes an item over')
  const { code = null, year = null, seq = null } = partsOf(told.documentNumber ?? '') ?? {}
  return { proposalId: id, bureauId, ...said, code, year, seq, takenBy: viewer.userId, takenAt: now }
}

type Clock = typeof deadline.$inferInsert

/**
 * The clocks it goes on with. Where it was answered, the reply is met on the day it went out and no other clock runs: when
 * the delegate was contacted is nobody's to know here.
 */
export const clocksGoingOn = (clocks: readonly Clock[], told: TakenOver | null) =>
  clocks
    .filter((c) => c.kind === 'reply' || !told?.repliedOn)
    .map((c) => ({ ...c, metOn: told?.repliedOn ?? null }))
