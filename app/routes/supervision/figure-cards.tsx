import { Card } from '~/ui/parts/card'
import { Grid } from '~/ui/table/grid'
import { figureHeads, type FigureRow, type owedFigures } from './supervision-figures'

/** How many of each state, how many late: each figure opens its list, and the list has as many. */
export function StateFigures({ rows }: { rows: readonly FigureRow[] }) {
  const states = rows.slice(0, -1)
  const sum = rows.at(-1)
  return (
    <Card id="figures" title="按状态" note="点数字看清单，清单件数与数字相同">
      <Grid
        caption="各状态件数、逾期和 14 天内将超期"
        className="drill"
        columns={[{ key: 'state', label: '状态' }, ...figureHeads.map((h) => ({ ...h, isNumber: true }))]}
      >
        {[...states, ...(sum ? [sum] : [])].map((row) => (
          <tr key={row.key} className={row.key === 'sum' ? 'sum' : undefined}>
            <th scope="row">{row.label}</th>
            {row.figures.map(({ label, count, words, href }) => (
              <td key={label} className="num">
                {count === 0 ? (
                  <span className="z">0</span>
                ) : (
                  <a href={href} aria-label={`${label} ${words} 件`}>
                    {words}
                  </a>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Grid>
    </Card>
  )
}

/** Which unit owes how many opinions; one item may wait for several. */
export function OwedFigures({ lines }: { lines: ReturnType<typeof owedFigures> }) {
  return (
    <Card id="owed" title="未复会办单位" note={lines.length > 0 ? '一件可能等几家' : undefined}>
      {lines.length === 0 ? (
        <p className="pad mute sm">没有未复的会办。</p>
      ) : (
        <ul className="waits plain">
          {lines.map(({ key, name, words, late, href }) => (
            <li key={key}>
              <a href={href}>
                {name} {words} 件
              </a>
              {late > 0 ? <small>其中 {late} 件会办意见已超期</small> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
