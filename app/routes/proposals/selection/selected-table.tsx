import { paths } from '~/http/paths'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'
import type { SelectedItem } from './selection-page.server'

const columns: readonly Column[] = [
  { key: 'number', label: '编号' },
  { key: 'subject', label: '案由' },
  { key: 'state', label: '状态' },
  { key: 'will', label: '能不能办' },
]

/** Each of the selected: what will happen, or why not and who can help. */
export function SelectedTable({ items }: { items: readonly SelectedItem[] }) {
  return (
    <Grid caption="选中的建议提案，逐件能不能办" columns={columns} cards>
      {items.map((it) => (
        <tr key={it.registerNo}>
          <Cell label="编号" nowrap>
            {it.number}
            <small>{it.registerNo}</small>
          </Cell>
          <Cell label="案由">
            <a className="t plain" href={paths.proposal(it.registerNo)}>
              {it.subject}
            </a>
          </Cell>
          <Cell label="状态" nowrap>
            {it.state}
          </Cell>
          <Cell label="能不能办">
            {it.reasons.length === 0 ? <Tag tone="green">可以办</Tag> : <Tag tone="red">不办</Tag>}
            {it.reasons.map((reason) => (
              <small key={reason.message}>
                {reason.message}
                {reason.whoCanResolve ? `可找：${reason.whoCanResolve}。` : ''}
              </small>
            ))}
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}
