import type { request } from '~/db/schema/co-handling'
import type { objection } from '~/db/schema/objection'
import type { reply } from '~/db/schema/reply'
import type { ProposalFacts } from './facts'

type ProposalChanges = Partial<
  Pick<
    ProposalFacts,
    | 'assignedOn'
    | 'sourceHash'
    | 'receivedOn'
    | 'divisionId'
    | 'handlerId'
    | 'handlingRole'
    | 'leadUnitId'
    | 'returns'
    | 'isForced'
    | 'priority'
    | 'round'
    | 'retentionYears'
  >
>
export type ReplyChanges = Partial<
  Pick<
    typeof reply.$inferSelect,
    'revisionN' | 'drafterId' | 'frozenN' | 'frozenHash' | 'submittedAt' | 'signedAt' | 'issuedAt'
  >
>
export type RequestChanges = Partial<
  Pick<
    typeof request.$inferSelect,
    | 'acknowledgedAt'
    | 'answeredAt'
    | 'settledAt'
    | 'reason'
    | 'urgedTimes'
    | 'dueOn'
    | 'derivation'
    | 'question'
    | 'sentAt'
  >
>
export type ObjectionChanges = Partial<
  Pick<typeof objection.$inferSelect, 'answer' | 'decisionDocument' | 'settledBy' | 'settledAt'>
>

/** What one event does to the rows; `move` writes it. States are not among it: the tables give them. */
export type Doing = {
  /** Ids, hashes and short reasons for the log; never a phone, a draft or an opinion. */
  details?: Record<string, unknown>
  changes?: ProposalChanges
  /** The item's own text, of which the log holds the hash alone. */
  text?: string
  replyId?: string
  replyChanges?: ReplyChanges
  requestId?: string
  requestChanges?: RequestChanges
  objectionId?: string
  objectionChanges?: ObjectionChanges
}

/** An event another one brings about: recorded just before it, with the same correlation. */
export type Carried = Doing & { event: 'reply_ended' | 'request_ended' | 'objection_ended' }

/** What the work of a command came to. */
export type Outcome<R> = Doing & {
  result: R
  first?: Carried[]
  /** The issue of a letter, or the assigning body's consent, carries the proposal along in the same transaction. */
  carries?: 'reply_issued' | 'opinion_issued' | 'objection_upheld'
}
