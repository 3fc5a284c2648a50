import type { HandlingPeople } from '~/domain/people/handling-people.server'
import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { PlaceFilters } from '../proposals/list-filters'
import { dueQuery, type DueView } from './due-table'

type Props = {
  filter: ProposalFilter
  month: string
  view: DueView
  handles: boolean
  people: HandlingPeople
}

/** Whose duties the calendar shows; left out where there is nothing to choose. */
export function DueFilters({ filter, month, view, handles, people }: Props) {
  if (!handles && people.divisions.length < 2 && people.handlers.length < 2) return null
  return (
    <form className="card" method="get" action={paths.due()} aria-label="筛选到期日历">
      <fieldset className="filters">
        <legend className="vh">筛选</legend>
        <HiddenFields values={{ month, ...(view === 'weeks' ? { view } : {}) }} />
        <PlaceFilters filter={filter} people={people} />
        {handles ? (
          <Select
            name="mine"
            label="范围"
            empty="不限"
            options={[{ value: 'yes', label: '我承办的' }]}
            value={filter.mine}
          />
        ) : null}
        <div className="field go">
          <Button kind="do">筛选</Button>
          <LinkButton kind="text" href={paths.due(dueQuery({ month, view }, {}))}>
            清除
          </LinkButton>
        </div>
      </fieldset>
    </form>
  )
}
