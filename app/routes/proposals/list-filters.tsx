import type { HandlingPeople } from '~/domain/people/handling-people.server'
import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { proposalStates } from '~/domain/proposal/states'
import { handlingRoles, priorities, sessionKinds, tracks } from '~/domain/proposal/words-of-the-trade'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { priorityWords, proposalStateWords, sessionKindWords } from '~/ui/words'
import { dueFilterWords } from './due-filter-words'

export const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }))

type Props = { filter: ProposalFilter; handles: boolean; people: HandlingPeople }

/** The filter as a form: its fields are the query string, so the address can be kept and sent. */
export function ListFilters({ filter, handles, people }: Props) {
  return (
    <form className="card" method="get" action={paths.proposals()} aria-label="筛选建议提案">
      <fieldset className="filters">
        <legend className="vh">筛选</legend>
        <TextField name="q" label="查找（编号、人名、字句）" type="search" value={filter.q} maxLength={60} />
        <Select
          name="track"
          label="种类"
          empty="建议和提案"
          options={optionsOf(tracks, trackWords)}
          value={filter.track}
        />
        <Select
          name="session"
          label="大会或闭会"
          empty="大会和闭会"
          options={optionsOf(sessionKinds, sessionKindWords)}
          value={filter.session}
        />
        <Select
          name="priority"
          label="重点"
          empty="普通和重点"
          options={optionsOf(priorities, priorityWords)}
          value={filter.priority}
        />
        <Select
          name="role"
          label="办理角色"
          empty="全部角色"
          options={optionsOf(handlingRoles, handlingRoleWords)}
          value={filter.role}
        />
        <Select
          name="state"
          label="状态"
          empty="全部状态"
          options={optionsOf(proposalStates, proposalStateWords)}
          value={filter.state}
        />
        <Select
          name="due"
          label="期限"
          empty="不限"
          options={optionsOf(['late', 'within14'] as const, dueFilterWords)}
          value={filter.due}
        />
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
        {filter.objected ? <HiddenFields values={{ objected: filter.objected }} /> : null}
        {filter.on ? <HiddenFields values={{ on: filter.on }} /> : null}
        {filter.unit ? <HiddenFields values={{ unit: filter.unit }} /> : null}
        <div className="field go">
          <Button kind="do">筛选</Button>
          <LinkButton kind="text" href={paths.proposals()}>
            清除
          </LinkButton>
        </div>
      </fieldset>
    </form>
  )
}

const named = (list: HandlingPeople['divisions']) => list.map(({ id, name }) => ({ value: id, label: name }))

/** By division and by handler, where there is more than one to choose. */
export function PlaceFilters({ filter, people }: Omit<Props, 'handles'>) {
  return (
    <>
      {people.divisions.length > 1 ? (
        <Select
          name="division"
          label="承办处室"
          empty="全部处室"
          options={named(people.divisions)}
          value={filter.division}
        />
      ) : null}
      {people.handlers.length > 1 ? (
        <Select
          name="handler"
          label="承办人"
          empty="全部承办人"
          options={named(people.handlers)}
          value={filter.handler}
        />
      ) : null}
    </>
  )
}
