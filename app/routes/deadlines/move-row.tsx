import type { MoveLine } from '~/domain/deadlines/moved-deadlines'
import { Cell } from '~/ui/table/cell'
import type { Column } from '~/ui/table/grid'

export const moveColumns: readonly Column[] = [
  { key: 'number', label: '登记号' },
  { key: 'name', label: '期限' },
  { key: 'from', label: '现在' },
  { key: 'to', label: '应为' },
]

const provisional = (is: boolean) => (is ? '（暂定）' : '')

/** Number, kind, and both days with how each was reached; never what the proposal is about. */
export function MoveCells({ line, href }: { line: MoveLine; href?: string | undefined }) {
  return (
    <>
      <Cell label="登记号" nowrap>
        {href ? <a href={href}>{line.registerNo}</a> : line.registerNo}
      </Cell>
      <Cell label="期限" nowrap>
        {line.name}
      </Cell>
      <Cell label="现在">
        {line.from}
        {provisional(line.wasProvisional)}
        <small>{line.before}</small>
      </Cell>
      <Cell label="应为">
        <b>{line.to}</b>
        {provisional(line.isProvisional)}
        <small>{line.after}</small>
      </Cell>
    </>
  )
}
