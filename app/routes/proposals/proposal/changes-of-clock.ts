import { addDays } from '~/domain/deadlines/day'
import { amountWords } from '~/domain/deadlines/deadline-words'
import type { Facts } from '~/domain/proposal/facts'

export type ClockChange = { term: string; detail: string }

/** What was ordered about a deadline, each with its reason: 延期, 暂停. */
export function changesOfClock(
  f: Pick<Facts, 'extensions' | 'pauses'>,
  deadline: { id: string; round: number },
): ClockChange[] {
  const extended = f.extensions.filter((e) => e.deadlineId === deadline.id)
  const pauses = f.pauses.filter((p) => p.round === deadline.round)
  return [
    ...extended.map((e) => ({
      term: '延期',
      detail: `${amountWords(e.amount, e.unit)}，${e.reason}；批准文件：${e.approvalDocument}`,
    })),
    ...pauses.map((p, i) => ({
      term: pauses.length > 1 ? `暂停${i + 1}` : '暂停',
      detail: `${spanOf(p)}，${p.reason}`,
    })),
  ]
}

function spanOf({ pausedOn, resumedOn }: { pausedOn: string; resumedOn: string | null }): string {
  if (resumedOn === null) return `${pausedOn} 起，尚未恢复`
  return pausedOn === resumedOn ? `${pausedOn} 当天恢复，不计` : `${pausedOn} 至 ${addDays(resumedOn, -1)}`
}
