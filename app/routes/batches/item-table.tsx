import { itemStateWords, type ItemState } from '~/domain/batches/states'
import { paths } from '~/http/paths'
import { Tag } from '~/ui/marks/tag'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { itemTones } from './batch-words'

type Item = { position: number; label: string; state: ItemState; message: string; registerNo: string | null }

type Props = { items: readonly Item[]; next: string | undefined; isOpen: boolean }

/** What came of each item, with the way to it. */
export function ItemTable({ items, next, isOpen }: Props) {
  return (
    <section className="card" aria-label="每件的结果">
      {items.length === 0 ? (
        <div className="pad">
          <EmptyState title="这里没有">
            {isOpen ? '还没有办到，请稍候。' : '没有这种结果的件，请看“全部”。'}
          </EmptyState>
        </div>
      ) : (
        <>
          <Grid
            caption="每件的结果"
            cards
            columns={[
              { key: 'n', label: '序', isNumber: true },
              { key: 'what', label: '件' },
              { key: 'state', label: '结果' },
              { key: 'message', label: '说明' },
            ]}
          >
            {items.map((item) => (
              <tr key={item.position}>
                <Cell label="序" isNumber>
                  {item.position}
                </Cell>
                <Cell label="件">
                  {item.registerNo ? (
                    <a href={paths.proposal(item.registerNo)}>
                      {item.registerNo} {item.label}
                    </a>
                  ) : (
                    item.label
                  )}
                </Cell>
                <Cell label="结果" nowrap>
                  <Tag tone={itemTones[item.state]}>{itemStateWords[item.state]}</Tag>
                </Cell>
                <Cell label="说明">{item.message || '—'}</Cell>
              </tr>
            ))}
          </Grid>
          <Pager summary={`本页 ${items.length} 件`} nextHref={next} />
        </>
      )}
    </section>
  )
}
