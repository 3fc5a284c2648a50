import type { MoveLine } from '~/domain/deadlines/moved-deadlines'
import { paths } from '~/http/paths'
import { Button } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { Grid } from '~/ui/table/grid'
import { moveColumns, MoveCells } from '../deadlines/move-row'

export type PreviewData = {
  key: string
  basedOn: number
  total: number
  lines: MoveLine[]
  notices: string
  heads: { year: number; name: string; rest: number; work: number }[]
}

export const previewOfAction = (acted: unknown): PreviewData | undefined =>
  acted && typeof acted === 'object' && 'preview' in acted ? (acted.preview as PreviewData) : undefined

/** What would be put in force and which deadlines it would move; nothing has happened yet. */
export function CalendarPreview({ preview }: { preview: PreviewData }) {
  const { key, basedOn, total, lines, notices, heads } = preview
  return (
    <Card id="preview" title="预览：尚未生效" pad>
      <div className="stack">
        <Note tone="blue" announce>
          <ul>
            {heads.map(({ year, name, rest, work }) => (
              <li key={year}>
                {year} 年：{name}，放假 {rest} 天，补班 {work} 天
              </li>
            ))}
          </ul>
        </Note>
        <p>
          {total === 0
            ? '没有在办的期限会因此变动。'
            : `有 ${total} 个在办的期限会因此变动。生效后它们仍是原来的日期，由综合处逐项确认后才改。`}
          {total > lines.length ? `下面列出前 ${lines.length} 个。` : ''}
        </p>
        {lines.length > 0 ? (
          <Grid caption="会变动的期限" columns={moveColumns} cards>
            {lines.map((line) => (
              <tr key={line.id}>
                <MoveCells line={line} />
              </tr>
            ))}
          </Grid>
        ) : null}
        <form method="post" action={paths.calendarInForce()}>
          <HiddenFields values={{ key, basedOn, notices }} />
          <Button kind="do">生效</Button>
        </form>
      </div>
    </Card>
  )
}
