import type { Brought } from '~/domain/library/bring-in.server'
import { paths } from '~/http/paths'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'

const outcomeWords: Record<Brought['outcome'], string> = {
  reply: '答复，待核对',
  basis: '依据文件，待核对',
  known: '以前收过',
  turned_away: '没有收',
}
const tones = { reply: 'green', basis: 'blue', known: 'plain', turned_away: 'amber' } as const

/** What became of each page, with the way to it. */
export function BroughtList({ brought }: { brought: readonly Brought[] }) {
  const kept = brought.filter(({ outcome }) => outcome === 'reply' || outcome === 'basis').length
  return (
    <Card id="brought" title={`收进 ${kept} 份，共 ${brought.length} 份`} pad>
      <ul className="file-list">
        {brought.map(({ name, outcome, shelf, id, reason }, index) => (
          <li key={`${index} ${name}`}>
            <Tag tone={tones[outcome]}>{outcomeWords[outcome]}</Tag>
            {id ? (
              <a href={shelf === 'basis' ? paths.basisPage(id) : paths.libraryPage(id)}>{name}</a>
            ) : (
              <span>{name}</span>
            )}
            {reason ? <span className="sm mute">{reason}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
