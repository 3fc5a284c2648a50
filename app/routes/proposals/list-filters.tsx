import type { ProposalFilter } from '~/domain/proposal/proposal-filter'
import { proposalStates } from '~/domain/proposal/states'
import { handlingRoles, tracks } from '~/domain/proposal/words-of-the-trade'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { handlingRoleWords, trackWords } from '~/domain/proposal/words'
import { proposalStateWords } from '~/ui/words'
import { dueFilterWords } from './due-filter-words'

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }))

/** The filter as a form: its fields are the query string, so the address can be kept and sent. */
export function ListFilters({ filter, handles }: { filter: ProposalFilter; handles: boolean }) {
  return (
    <form className="card" method="get" action={paths.proposals()} aria-label="筛选建议提案">
      <fieldset className="filters">
        <legend className="vh">筛选</legend>
        <TextField
          name="q"
          label="查找（编号、案由、提出人）"
          type="search"
          value={filter.q}
          maxLength={60}
        />
        <Select
          name="track"
          label="种类"
          empty="建议和提案"
          options={optionsOf(tracks, trackWords)}
          value={filter.track}
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
        {handles ? (
          <Select
            name="mine"
            label="承办人"
            empty="不限"
            options={[{ value: 'yes', label: '我承办的' }]}
            value={filter.mine}
          />
        ) : null}
        {filter.on ? <HiddenFields values={{ on: filter.on }} /> : null}
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
