import type { DeadlineFacts } from '../proposal/facts'
import type { Day } from './day'
import type { StartEvent } from './deadline-words'
import { openDeadlines, recounted, ruleOfDeadline, type Clocked, type Recounted } from './recount'

/** The typed days on which clocks start, and which a typing error would falsify: 交办日期, 收到日期. */
export const recordedFacts = ['assigned', 'received'] as const
export type RecordedFact = (typeof recordedFacts)[number]

export const recordedFactWords: Record<RecordedFact, string> = { assigned: '交办日期', received: '收到日期' }

export const columnOfFact = { assigned: 'assignedOn', received: 'receivedOn' } as const satisfies Record<
  RecordedFact & StartEvent,
  string
>

type Corrected = Clocked & { proposal: { assignedOn: Day; receivedOn: Day } }

/** The open deadlines a recorded day started, as they would be with another day. */
export function correctedBy(f: Corrected, fact: RecordedFact, day: Day): Recounted[] {
  const recorded = f.proposal[columnOfFact[fact]]
  const started = openDeadlines(f).filter(
    (d) => ruleOfDeadline(f, d).startEvent === fact && d.startOn === recorded,
  )
  return recounted(
    f,
    started.map((d): DeadlineFacts => ({ ...d, startOn: day })),
  )
}

/** What a person saw before confirming: each deadline with its old and new day. */
export const seenOf = (moves: readonly Recounted[]): string =>
  moves.map(({ deadline, due }) => `${deadline.id} ${deadline.dueOn} ${due.due}`).join(', ')
