import { derivationSentence, type Derivation } from '~/domain/deadlines/derivation'
import {
  columnOfFact,
  correctedBy,
  recordedFactWords,
  seenOf,
  type RecordedFact,
} from '~/domain/deadlines/recorded-facts'
import type { Facts } from '~/domain/proposal/facts'
import { inputProblems, reasonsAgainst } from '~/domain/proposal/refusal'
import { Invalid, Refused } from '~/domain/refusals'

export type CorrectionAsked = { fact: RecordedFact; day: string; reason: string }

/** What a correction would change, asked of the same rules as the command; nothing is written. */
export function previewOf(facts: Facts, asked: CorrectionAsked) {
  const f = { ...facts, input: asked }
  const reasons = reasonsAgainst('correct_fact', f)
  if (reasons.length > 0) throw new Refused('correct_fact', reasons)
  const problems = inputProblems('correct_fact', f)
  if (problems.length > 0) throw new Invalid(problems)
  const moves = correctedBy(f, asked.fact, asked.day)
  return {
    ...asked,
    name: recordedFactWords[asked.fact],
    recorded: f.proposal[columnOfFact[asked.fact]],
    seen: seenOf(moves),
    moves: moves.map(({ deadline, name, due }) => ({
      id: deadline.id,
      name,
      before: {
        dueOn: deadline.dueOn,
        basis: derivationSentence(JSON.parse(deadline.derivation) as Derivation),
      },
      after: { dueOn: due.due, basis: derivationSentence(due.derivation) },
    })),
  }
}

export type Preview = ReturnType<typeof previewOf>
