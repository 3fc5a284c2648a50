import type { HandlingPeople } from '~/domain/people/handling-people.server'
import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { proposalStates } from '~/domain/proposal/states'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { proposalStateWords } from '~/ui/words'
import { dueFilterWords } from '../proposals/due-filter-words'
import { optionsOf, PlaceFilters } from '../proposals/list-filters'

/** State, unit and term as a form whose fields are the query string. */
export function SupervisionFilters({ filter, people }: { filter: ProposalFilter; people: HandlingPeople }) {
  return (
    <form className="card" method="get" action={paths.supervision()} aria-label="筛选督办清单">
      <fieldset className="filters">
        <legend className="vh">筛选</legend>
        <TextField name="q" label="查找（编号、人名、字句）" type="search" value={filter.q} maxLength={60} />
        <Select
          name="state"
          label="状态"
          empty="全部状态"
          options={optionsOf(proposalStates, proposalStateWords)}
          value={filter.state}
        />
        <PlaceFilters filter={filter} people={people} />
        <Select
          name="unit"
          label="未复会办单位"
          empty="不限"
          options={people.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.unit}
        />
        <Select
          name="due"
          label="期限"
          empty="不限"
          options={optionsOf(['late', 'within14'] as const, dueFilterWords)}
          value={filter.due}
        />
        <div className="field go">
          <Button kind="do">筛选</Button>
          <LinkButton kind="text" href={paths.supervision()}>
            清除
          </LinkButton>
        </div>
      </fieldset>
    </form>
  )
}
