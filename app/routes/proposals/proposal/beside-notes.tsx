import { paths } from '~/http/paths'
import { Note } from '~/ui/parts/note'

type Props = {
  number: string
  isObjected: boolean
  ended: string | null
  group: { isLeading: boolean; others: readonly { registerNo: string; officialNo: string }[] } | null
}

/** What stands beside the state and matters on every tab: 退办待复, 并案. */
export function BesideNotes({ number, isObjected, ended, group }: Props) {
  return (
    <>
      {isObjected ? (
        <Note tone="amber">
          <a href={paths.tab(number, 'objection')}>退办待复</a>
          ：交办机关答复以前照常办理，期限照走，复函不能印发。
        </Note>
      ) : null}
      {ended ? <Note>{ended}</Note> : null}
      {group ? (
        <Note tone="blue">
          {group.isLeading ? '并案，由本件领办：' : '并案于'}
          {group.others.map((other, i) => (
            <span key={other.registerNo}>
              {i > 0 ? '、' : null}
              <a href={paths.proposal(other.registerNo)}>第{other.officialNo}号</a>
            </span>
          ))}
          {group.isLeading ? '。分办、签收、改办一并进行，仍逐件答复。' : '，随它分办、签收、改办。'}
        </Note>
      ) : null}
    </>
  )
}
