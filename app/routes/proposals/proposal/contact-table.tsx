import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Tag } from '~/ui/marks/tag'
import { FileList, type ListedFile } from '~/ui/parts/file-list'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'

export type ContactLine = {
  id: string
  heldOn: string
  channel: string
  phase: string
  people: string
  ourPeople: string
  summary: string
  /** Who wrote it down. */
  by: string
  isCorrection: boolean
  files: ListedFile[]
}

const columns = [
  { key: 'when', label: '日期' },
  { key: 'how', label: '方式' },
  { key: 'who', label: '参加人' },
  { key: 'what', label: '内容' },
  { key: 'act', label: '操作', hidden: true },
]

type Props = { caption: string; number: string; rows: readonly ContactLine[]; mayCorrect: boolean }

/** Contacts newest first, each with its files and who wrote it down. */
export function ContactTable({ caption, number, rows, mayCorrect }: Props) {
  return (
    <Grid caption={caption} cards columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cell label="日期" nowrap>
            {row.heldOn}
            <small>{`${row.by}登记`}</small>
          </Cell>
          <Cell label="方式" nowrap>
            {row.channel}
            <small>{row.phase}</small>
          </Cell>
          <Cell label="参加人">
            {row.people}
            {row.ourPeople ? <small>{`我方：${row.ourPeople}`}</small> : null}
          </Cell>
          <Cell label="内容">
            {row.summary}
            {row.isCorrection ? <Tag>已更正</Tag> : null}
            {row.files.length > 0 ? <FileList files={row.files} /> : null}
          </Cell>
          <Cell label="操作">
            {mayCorrect ? (
              <LinkButton size="sm" href={paths.act(number, `contacts/${row.id}/correction`)}>
                更正
              </LinkButton>
            ) : null}
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}
