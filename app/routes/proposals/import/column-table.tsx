import { listFields, listFieldWords } from '~/domain/intake/lists/column-words'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import type { ColumnLine } from './columns-form'

type Props = {
  lines: readonly ColumnLine[]
  /** What stands chosen: as typed, else the suggestion. */
  chosen: (name: string, field: string) => string
}

/** Each column of the list with the first things in it, and what it is taken for. */
export function ColumnTable({ lines, chosen }: Props) {
  return (
    <Grid
      caption="清单的各列"
      cards
      columns={[
        { key: 'head', label: '表头' },
        { key: 'field', label: '是什么' },
        { key: 'samples', label: '前几行' },
      ]}
    >
      {lines.map((line) => (
        <tr key={line.name}>
          <Cell label="表头">
            <b className="t">{line.head}</b>
          </Cell>
          <Cell label="是什么">
            <select name={line.name} defaultValue={chosen(line.name, line.field)} aria-label={line.head}>
              <option value="">不用</option>
              {listFields.map((field) => (
                <option key={field} value={field}>
                  {listFieldWords[field]}
                </option>
              ))}
            </select>
            {line.why ? (
              <small>{line.why === '猜的，请核对' ? <Tag tone="amber">{line.why}</Tag> : line.why}</small>
            ) : null}
          </Cell>
          <Cell label="前几行">
            {line.samples.map((sample, i) => (
              // The same words may stand in two rows.
              <small key={i}>{sample}</small>
            ))}
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}
