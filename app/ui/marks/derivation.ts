import { startWords } from '~/domain/deadlines/deadline-words'
import { derivationSentence, type Derivation } from '~/domain/deadlines/derivation'
import type { ClockDerivation, DerivedDay } from './clock'

type Counted = Derivation['days'][number]

const monthDay = (day: string) => `${Number(day.slice(5, 7))}-${Number(day.slice(8))}`
const dayWords = (day: string) =>
  `${monthDay(day)} 周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

/** Skipped days of one reason stand as one line: 10-1…10-7 国庆节放假. */
function grouped(days: readonly Counted[]): Counted[][] {
  const runs: Counted[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (day.count === null && last?.[0]?.count === null && last[0].reason === day.reason) last.push(day)
    else runs.push([day])
  }
  return runs
}

function lineOf(run: readonly Counted[], due: string): DerivedDay {
  const from = run[0]?.day ?? ''
  const to = run.at(-1)?.day ?? ''
  const isDue = to === due && run.length === 1
  return {
    day: from === to ? dayWords(from) : `${monthDay(from)}…${monthDay(to)}`,
    note: [run[0]?.kind !== 'working' && run[0]?.reason, isDue && '24:00 到期'].filter(Boolean).join('，'),
    count: run[0]?.count,
    isDue,
  }
}

/** How a stored derivation is drawn: the sentence in phrases, each day, the rule and the notices it rests on. */
export function clockDerivation(derivation: Derivation): ClockDerivation {
  const notices = new Set(derivation.days.map((day) => day.notice).filter((notice) => notice !== null))
  const years = derivation.yearsWithoutNotice
  return {
    phrases: derivationSentence(derivation).split(/(?<=[：，；])/u),
    days: [
      { day: dayWords(derivation.start), note: `${startWords[derivation.startEvent]}日，不计` },
      ...grouped(derivation.days).map((run) => lineOf(run, derivation.due)),
    ],
    facts: [
      { term: '规则', detail: derivation.citation },
      ...(notices.size > 0 ? [{ term: '放假', detail: [...notices].join('、') }] : []),
      ...(years.length > 0 ? [{ term: '暂定', detail: `${years.join('、')} 年放假通知尚未录入` }] : []),
    ],
  }
}
