import { trackWords } from '~/domain/proposal/words'
import type { ProposalState } from '~/domain/proposal/states'
import type { Track } from '~/domain/proposal/words-of-the-trade'
import { typedValue, type FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { proposalStateWords } from '~/ui/words'
import { itemValue } from './handed-items'

type Item = {
  proposalId: string
  registerNo: string
  officialNo: string
  track: Track
  subject: string
  state: ProposalState
  version: number
  divisionId: string | null
  division: string
  dueOn: string | null
}
type Props = {
  formKey: string
  form: FormState | undefined
  items: readonly Item[]
  colleagues: readonly { id: string; name: string; divisionId: string | null }[]
}

const columns = [
  { key: 'item', label: '建议提案' },
  { key: 'state', label: '状态' },
  { key: 'due', label: '答复期限' },
  { key: 'to', label: '移交给', width: 'name' as const },
]

/** What is in hand, to one colleague or each to its own. */
export function HandoverTable({ formKey, form, items, colleagues }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  const people = new Map(
    colleagues.filter((c) => items.some((i) => i.divisionId === c.divisionId)).map((c) => [c.id, c.name]),
  )
  return (
    <form method="post" className="handover">
      <div className="pad fform">
        <ErrorSummary problems={form?.problems ?? []} title="没有移交，填好的都还在" />
        <HiddenFields values={{ key: formKey }} />
        <div className="two">
          <Select
            name="everybody"
            label="全部移交给"
            hint="下面另选的件除外"
            empty="各件分别选"
            options={[...people].map(([value, label]) => ({ value, label }))}
            value={typedValue(form, 'everybody')}
            error={errors['everybody']}
          />
          <TextField
            name="reason"
            label="理由"
            required
            maxLength={500}
            value={typedValue(form, 'reason', '工作调动')}
            error={errors['reason']}
          />
        </div>
      </div>
      <Grid caption="在手的件" columns={columns} cards>
        {items.map((item, index) => (
          <tr key={item.proposalId}>
            <Cell label="建议提案">
              <a href={paths.proposal(item.registerNo)}>{item.subject}</a>
              <small>
                {trackWords[item.track]} 第{item.officialNo}号 · {item.division}
              </small>
            </Cell>
            <Cell label="状态" nowrap>
              {proposalStateWords[item.state]}
            </Cell>
            <Cell label="答复期限" nowrap>
              {item.dueOn ?? '–'}
            </Cell>
            <Cell label="移交给">
              <input type="hidden" name="items" value={itemValue(item)} />
              <Heirs
                item={item}
                heirs={colleagues.filter((c) => c.divisionId === item.divisionId)}
                value={form?.typed['to']?.[index] ?? ''}
              />
            </Cell>
          </tr>
        ))}
      </Grid>
      <div className="pad row">
        <Button kind="do">移交</Button>
        <LinkButton href={paths.workload()}>取消</LinkButton>
      </div>
    </form>
  )
}

function Heirs({ item, heirs, value }: { item: Item; heirs: Props['colleagues']; value: string }) {
  if (heirs.length === 0)
    return (
      <>
        <input type="hidden" name="to" value="" />
        <span className="hint">
          本处室没有别的承办人，<a href={paths.act(item.registerNo, 'other-division')}>改分处室</a>
        </span>
      </>
    )
  return (
    <>
      <label className="vh" htmlFor={`to-${item.proposalId}`}>
        第{item.officialNo}号移交给
      </label>
      <select id={`to-${item.proposalId}`} name="to" defaultValue={value}>
        <option value="">同上</option>
        {heirs.map((h) => (
          <option key={h.id} value={h.id}>
            {h.name}
          </option>
        ))}
      </select>
    </>
  )
}
