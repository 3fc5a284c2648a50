import type { HandlingPeople, Named } from '~/domain/people/handling-people.server'
import { filterQuery, type ProposalFilter } from '~/domain/proposal/proposal-filter'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import type { View } from '~/ui/parts/views'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { proposalStateWords, sessionKindWords } from '~/ui/words'
import { dueFilterWords } from './due-filter-words'

const nameOf = (list: readonly Named[], id: string | undefined, others: string) =>
  id ? (list.find((one) => one.id === id)?.name ?? others) : ''

/** What the filter says, for the heading: 逾期，待处室签收，含“仪器”. */
export function filterWords(filter: ProposalFilter, people: HandlingPeople): string {
  const words = [
    filter.q ? `含“${filter.q}”` : '',
    filter.track ? trackWords[filter.track] : '',
    filter.role ? handlingRoleWords[filter.role] : '',
    filter.session ? sessionKindWords[filter.session] : '',
    filter.priority === 'key' ? '重点件' : filter.priority ? '普通件' : '',
    filter.objected ? '退办待复' : '',
    filter.state ? proposalStateWords[filter.state] : '',
    filter.due ? dueFilterWords[filter.due] : '',
    filter.mine ? '我承办的' : '',
    nameOf(people.divisions, filter.division, '其他处室'),
    filter.handler ? `${nameOf(people.handlers, filter.handler, '其他人')}承办` : '',
    filter.unit ? `${nameOf(people.units, filter.unit, '其他单位')}未复会办` : '',
    filter.on ? `${dateWords(filter.on)}到期` : '',
  ]
  return words.filter(Boolean).join('，')
}

type Ready = { label: string; filter: ProposalFilter; tone?: 'late' | 'soon' }

const everyone: readonly Ready[] = [
  { label: '逾期', filter: { due: 'late' }, tone: 'late' },
  { label: '14 天内将超期', filter: { due: 'within14' }, tone: 'soon' },
  { label: '待分办', filter: { state: 'triage' } },
  { label: '待处室签收', filter: { state: 'assigned' } },
  { label: '办理拟稿', filter: { state: 'handling' } },
  { label: '退办待复', filter: { objected: 'yes' } },
  { label: '已答复待办结', filter: { state: 'replied' } },
]

/** Ready-made filters as links; `own` names the whole list: 全部, or 本处室 for those who see one division alone. */
export function savedViews(filter: ProposalFilter, who: { handles: boolean; own: string }): View[] {
  const ready: Ready[] = [
    { label: who.own, filter: {} },
    ...(who.handles ? [{ label: '我承办的', filter: { mine: 'yes' as const } }] : []),
    ...everyone,
  ]
  const here = filterQuery(filter)
  return ready.map(({ label, filter: saved, tone }) => {
    const query = filterQuery(saved)
    return { label, href: paths.proposals(query), tone, here: query === here }
  })
}
