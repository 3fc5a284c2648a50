import { paths } from '~/http/paths'
import { Tag } from '~/ui/marks/tag'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { judgementTones, judgementWords, type PreviewRow } from './preview-rows'

type Props = { rows: readonly PreviewRow[]; next: string | undefined }

/** Row by row, by its number in the sheet, so that a fault is found there. */
export function PreviewTable({ rows, next }: Props) {
  return (
    <section className="card" aria-label="逐行预览">
      {rows.length === 0 ? (
        <div className="pad">
          <EmptyState title="没有这种情况的行">请看“全部”。</EmptyState>
        </div>
      ) : (
        <>
          <Grid
            caption="逐行预览"
            cards
            columns={[
              { key: 'row', label: '表中行号', isNumber: true },
              { key: 'what', label: '件' },
              { key: 'is', label: '会怎样' },
              { key: 'detail', label: '说明' },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.position}>
                <Cell label="表中行号" isNumber>
                  {row.position}
                </Cell>
                <Cell label="件">
                  {row.registerNo ? <a href={paths.proposal(row.registerNo)}>{row.label}</a> : row.label}
                </Cell>
                <Cell label="会怎样" nowrap>
                  <Tag tone={judgementTones[row.is]}>{judgementWords[row.is]}</Tag>
                </Cell>
                <Cell label="说明">{row.detail || '—'}</Cell>
              </tr>
            ))}
          </Grid>
          <Pager summary={`本页 ${rows.length} 行`} nextHref={next} />
        </>
      )}
    </section>
  )
}
