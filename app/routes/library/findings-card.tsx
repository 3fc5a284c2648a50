import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import type { FindingRow } from './review-sheet'

/** What a person should look at before believing the page. An address in it is words, never a link. */
export function FindingsCard({ findings }: { findings: readonly FindingRow[] }) {
  return (
    <Card id="findings" title={`发现 ${findings.length} 处`} pad>
      <ul className="file-list">
        {findings.map(({ id, word, reason, isGrave, place }) => (
          <li key={id}>
            <Tag tone={isGrave ? 'red' : 'amber'}>{word}</Tag>
            <span>{reason}</span>
            {place ? <a href={`#${place}`}>看原文</a> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
