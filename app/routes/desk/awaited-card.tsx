import type { DueTone } from '~/ui/marks/tones'
import { Due } from '~/ui/marks/due'
import { Card } from '~/ui/parts/card'

export type AwaitedLine = {
  id: string
  href: string
  who: string
  /** 的会办意见, 核稿 */
  what: string
  /** 第0217号建议 · 已催 2 次 */
  about: string
  due: { tone: DueTone; day: string } | null
}

/** 我在等别人: whose turn it is on what I handle. */
export function AwaitedCard({ lines }: { lines: readonly AwaitedLine[] }) {
  return (
    <Card id="awaited" title="我在等别人" note={lines.length > 0 ? `${lines.length} 项` : undefined}>
      {lines.length === 0 ? (
        <p className="pad mute sm">没有在等别人的事。</p>
      ) : (
        <ul className="waits plain">
          {lines.map((line) => (
            <li key={line.id}>
              <a href={line.href}>{line.who}</a> {line.what}
              <small>
                {line.about}
                {line.due ? (
                  <>
                    {' · '}
                    <Due tone={line.due.tone}>{line.due.day}</Due>
                  </>
                ) : null}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
