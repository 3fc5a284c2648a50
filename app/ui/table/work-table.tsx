import type { ReactNode } from 'react'
import { Due } from '../marks/due'
import type { DueTone } from '../marks/tones'
import { Grid, type Column } from './grid'

export type WorkRow = {
  id: string
  tone: DueTone
  /** 剩 1 个工作日 */
  left: string
  provisional?: boolean | undefined
  /** 10-09 会办意见 */
  clock: string
  /** Why it stands where it stands: 重点件，明天到期. */
  reason?: string | undefined
  href: string
  /** 案由 */
  title: string
  /** 建议 · 闭会 · 第0217号 */
  about: string
  /** What is to be done. */
  todo: string
  /** Who waits, what has happened so far. */
  waits?: string | undefined
  /** One or two buttons, small; the urgent ones filled. */
  actions: ReactNode
}

const columns: readonly Column[] = [
  { key: 'due', label: '期限', width: 'due' },
  { key: 'proposal', label: '建议提案' },
  { key: 'todo', label: '要做的事', width: 'todo' },
  { key: 'act', label: '操作', hidden: true, width: 'act' },
]

/** What waits for me, worst first; on a phone each row is a card that can be read aloud from left to right. */
export function WorkTable({ caption, rows }: { caption: string; rows: readonly WorkRow[] }) {
  return (
    <Grid caption={caption} columns={columns} className="work">
      {rows.map((row) => (
        <tr key={row.id} className={`w-${row.tone}`}>
          <td>
            <Due tone={row.tone} provisional={row.provisional}>
              {row.left}
            </Due>
            <small>{row.clock}</small>
          </td>
          <td>
            <a className="t plain" href={row.href}>
              {row.title}
            </a>
            <small>{row.about}</small>
            {row.reason === undefined ? null : <small className="why-here">{row.reason}</small>}
          </td>
          <td>
            {row.todo}
            {row.waits === undefined ? null : <small>{row.waits}</small>}
          </td>
          <td className="act">{row.actions}</td>
        </tr>
      ))}
    </Grid>
  )
}
