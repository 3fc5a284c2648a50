import type { Counted, OwedCount, StateCount } from '~/domain/proposal/count-proposals.server'
import { filterQuery, type ProposalFilter } from '~/domain/proposal/proposal-filter'
import { proposalStates, type ProposalState } from '~/domain/proposal/states'
import { paths } from '~/http/paths'
import { proposalStateWords } from '~/ui/words'
import { dueFilterWords } from '../proposals/due-filter-words'

type Figure = { label: string; count: number; words: string; href: string }
export type FigureRow = { key: string; label: string; figures: Figure[] }

type Narrow = Pick<ProposalFilter, 'state' | 'due'>

/** The address of the list that a figure counts; `#list` leads past the figures to it. */
const listOf = (scope: ProposalFilter, narrow: Narrow) =>
  `${paths.supervision(filterQuery({ ...scope, ...narrow }))}#list`

const columns = [
  { key: 'all', label: '件数', narrow: {} },
  { key: 'late', label: dueFilterWords.late, narrow: { due: 'late' } },
  { key: 'within14', label: dueFilterWords.within14, narrow: { due: 'within14' } },
] as const

export const figureHeads = columns.map(({ key, label }) => ({ key, label }))

/** One row a state that occurs and one for all of them; every figure opens its list. */
export function stateFigures({ counts, isCapped }: Counted, scope: ProposalFilter): FigureRow[] {
  const row = (state: ProposalState | undefined, own: readonly StateCount[]): FigureRow => {
    const label = state ? proposalStateWords[state] : '合计'
    return {
      key: state ?? 'sum',
      label,
      figures: columns.map(({ key, label: head, narrow }) => {
        const count = own.reduce((sum, one) => sum + one[key], 0)
        const words = isCapped && key === 'all' ? `${count}+` : String(count)
        return { label: `${label}，${head}`, count, words, href: listOf(scope, { state, ...narrow }) }
      }),
    }
  }
  const states = proposalStates.filter((state) => counts.some((one) => one.state === state))
  return [
    ...states.map((state) =>
      row(
        state,
        counts.filter((one) => one.state === state),
      ),
    ),
    row(undefined, counts),
  ]
}

/** One line a unit that owes opinions, the most first. */
export const owedFigures = (owed: readonly OwedCount[], scope: ProposalFilter, isCapped: boolean) =>
  owed.map(({ unitId, name, all, late }) => ({
    key: unitId,
    name,
    words: isCapped ? `${all}+` : String(all),
    late,
    href: listOf({ ...scope, unit: unitId }, {}),
  }))
