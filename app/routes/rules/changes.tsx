import type { ProfileChange } from '~/domain/deadlines/profile-changes'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

const columns = [
  { key: 'what', label: '项目' },
  { key: 'before', label: '原来' },
  { key: 'after', label: '现在' },
]

/** What differs from the version this one was made from, line by line. */
export function Changes({ from, changes }: { from: string; changes: readonly ProfileChange[] }) {
  return (
    <Card
      id="changes"
      title={`与${from}相比`}
      note={changes.length > 0 ? `${changes.length} 处不同` : undefined}
    >
      {changes.length === 0 ? (
        <div className="pad">
          <EmptyState title="内容相同" />
        </div>
      ) : (
        <Grid caption={`与${from}不同的地方`} columns={columns} cards className="rules">
          {changes.map(({ key, label, before, after }) => (
            <tr key={key}>
              <Cell label="项目">{label}</Cell>
              <Cell label="原来">{before === null ? '没有' : <del>{before}</del>}</Cell>
              <Cell label="现在">{after === null ? '没有了' : <ins>{after}</ins>}</Cell>
            </tr>
          ))}
        </Grid>
      )}
    </Card>
  )
}
