import { paths } from '~/http/paths'
import { Card } from '~/ui/parts/card'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

type Row = {
  id: string
  fileName: string
  rowCount: number
  uploader: string
  uploadedAt: string
  batchId: string | null
}

/** Lists handed in before, and how far each has come. */
export function ImportTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Card id="before" title="上传过的清单">
      <Grid
        caption="上传过的清单"
        cards
        columns={[
          { key: 'file', label: '表格' },
          { key: 'rows', label: '行数', isNumber: true },
          { key: 'who', label: '上传' },
          { key: 'state', label: '进展' },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell label="表格">
              <a className="t plain" href={paths.list(row.id)}>
                {row.fileName}
              </a>
            </Cell>
            <Cell label="行数" isNumber>
              {row.rowCount}
            </Cell>
            <Cell label="上传">
              {row.uploader}
              <small>{row.uploadedAt}</small>
            </Cell>
            <Cell label="进展">
              {row.batchId ? <a href={paths.batch(row.batchId)}>已开始登记，看结果</a> : '还没有登记'}
            </Cell>
          </tr>
        ))}
      </Grid>
    </Card>
  )
}
