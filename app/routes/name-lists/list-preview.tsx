import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

export type PreviewRow = {
  position: number
  name: string
  outcome: 'new' | 'filled' | 'same' | 'faulty'
  about: string
  problem: string | null
}

const outcomes = {
  new: { words: '新增', tone: 'plain' },
  filled: { words: '补全', tone: 'plain' },
  same: { words: '已有', tone: 'plain' },
  faulty: { words: '有误', tone: 'red' },
} as const

const columns = [
  { key: 'at', label: '行', isNumber: true },
  { key: 'name', label: '姓名或名称' },
  { key: 'what', label: '结果' },
  { key: 'about', label: '说明' },
]

export const mostShown = 200

/** Faulty rows first, so that none is missed; of a long list its beginning. */
export const previewRows = (rows: readonly PreviewRow[]): PreviewRow[] =>
  rows.toSorted((a, b) => Number(b.outcome === 'faulty') - Number(a.outcome === 'faulty')).slice(0, mostShown)

export function ListPreview({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <Grid caption="名单各行的结果" columns={columns} cards tight>
      {rows.map((row) => (
        <tr key={row.position}>
          <Cell label="行" isNumber>
            {row.position}
          </Cell>
          <Cell label="姓名或名称">{row.name || '（空）'}</Cell>
          <Cell label="结果" nowrap>
            <Tag tone={outcomes[row.outcome].tone}>{outcomes[row.outcome].words}</Tag>
          </Cell>
          <Cell label="说明">{row.problem ?? row.about}</Cell>
        </tr>
      ))}
    </Grid>
  )
}
