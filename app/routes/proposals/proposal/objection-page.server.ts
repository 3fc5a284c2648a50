import { clockOf, type Clock } from '~/domain/deadlines/clocks'
import { shanghaiDay } from '~/domain/deadlines/day'
import { derivationSentence, type Derivation } from '~/domain/deadlines/derivation'
import { isWindowOpen, returnWindow } from '~/domain/objection/return-window'
import type { Facts } from '~/domain/proposal/facts'
import { isAllowed } from '~/domain/proposal/refusal'
import { shortInstant } from '~/ui/dates'

/** The window of 退办 as a clock, its last day in red; null once it is over, or the item is past objecting. */
export function windowClock(f: Facts): { clock: Clock; derivation: Derivation; isLastDay: boolean } | null {
  const isBefore = ['registered', 'triage', 'assigned', 'handling'].includes(f.proposal.state)
  if (!isBefore || f.proposal.round > 1 || f.objection || !isWindowOpen(f)) return null
  const { due, provisional, derivation } = returnWindow(f)
  const today = shanghaiDay(f.now)
  const clock = clockOf(f, { kind: 'return_window', dueOn: due, isProvisional: provisional }, today)
  return { clock, derivation, isLastDay: today === due }
}

/** 退办 as its page shows it. */
export function objectionPage(f: Facts) {
  const { objection } = f
  return {
    number: f.proposal.registerNo,
    windowEndsOn: objection?.windowEndsOn ?? returnWindow(f).due,
    basis: derivationSentence(
      objection ? (JSON.parse(objection.derivation) as Derivation) : returnWindow(f).derivation,
    ),
    mayRaise: isAllowed('raise_objection', f),
    maySettle: isAllowed('reject_objection', f),
    objection: objection
      ? {
          state: objection.state,
          reason: objection.reason,
          proposedUnit: objection.proposedUnit,
          isLate: objection.isLate,
          raisedAt: shortInstant(objection.raisedAt),
          answer: objection.answer,
          decisionDocument: objection.decisionDocument,
          settledAt: objection.settledAt ? shortInstant(objection.settledAt) : null,
        }
      : null,
  }
}
