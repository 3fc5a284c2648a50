import { leastLoaded, mayTake, type QueueKind } from '~/domain/desk/division-queue'
import type { DivisionQueue, QueueItem } from '~/domain/desk/read-queue.server'
import { heads, type Viewer } from '~/domain/people/viewer'
import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { numberWords } from '~/ui/words'
import { aboutWords } from '../desk/desk-lines'

type KindWords = {
  todo: string
  waits: (row: ProposalRow) => string
  /** What the head does about it; everybody else may only look. */
  head: (number: string) => { label: string; href: string }
}

const look = (number: string) => ({ label: '查看', href: paths.proposal(number) })

const kindWords: Record<QueueKind, KindWords> = {
  accept: {
    todo: '待签收，确定承办人', waits: () => '等处室负责人签收',
    head: (number) => ({ label: '签收', href: paths.act(number, 'acceptance') }),
  },
  request: {
    todo: '其他处室请本处室会办，待签收', waits: (row) => `${row.division ?? ''}在等意见`,
    head: (number) => ({ label: '看会办', href: paths.tab(number, 'co-handling') }),
  },
  review: {
    todo: '复函待处室审核', waits: (row) => `${row.handler ?? ''}在等`,
    head: (number) => ({ label: '去审核', href: paths.approval(number) }),
  },
  amend: {
    todo: '复函被退回，待修改', waits: (row) => `${row.handler ?? ''}承办`,
    head: (number) => ({ label: '改派', href: paths.act(number, 'reassignment') }),
  },
} // prettier-ignore

export type QueueShown = ReturnType<typeof queuePage>

const nextOf = (item: QueueItem | undefined) =>
  item
    ? {
        number: item.row.registerNo,
        words: `${numberWords(item.row.officialNo, item.row.track)}《${item.row.subject}》，${item.reason}`,
      }
    : null

/** A division's queue as this person sees it: what he may take next, whom the head may give it to, and the whole list. */
export function queuePage(viewer: Viewer, queue: DivisionQueue) {
  const { divisionId, name, items, loads } = queue
  const isHead = heads(viewer, divisionId)
  const unsigned = items.filter(({ kind }) => kind === 'accept')
  const suggested = leastLoaded(loads)
  return {
    divisionId,
    name,
    isHead,
    heads: queue.heads.join('、'),
    own: nextOf(items.find(({ kind }) => mayTake(viewer, divisionId, kind))),
    unsigned: unsigned.length,
    give: isHead ? nextOf(unsigned[0]) : null,
    suggestedId: suggested?.userId ?? '',
    handlers: loads.map((one) => ({
      value: one.userId,
      label: `${one.name}（在办 ${one.open} 件${one.userId === suggested?.userId ? '，最少' : ''}）`,
    })),
    rows: items.map((item) => queueRow(item, isHead)),
  }
}

function queueRow({ kind, row, reason }: QueueItem, isHead: boolean) {
  const { clock } = row
  const words = kindWords[kind]
  return {
    id: `${row.registerNo} ${kind}`,
    tone: clock?.left.kind ?? ('ok' as const),
    left: clock?.left.words ?? '没有期限',
    provisional: clock?.isProvisional ?? false,
    clock: clock ? `${shortDay(clock.dueOn)} ${clock.name}` : '',
    reason,
    href: paths.proposal(row.registerNo),
    title: row.subject,
    about: aboutWords(row),
    todo: words.todo,
    waits: words.waits(row),
    act: (isHead || kind === 'request' ? words.head : look)(row.registerNo),
  }
}
