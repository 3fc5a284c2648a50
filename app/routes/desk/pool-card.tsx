import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Due } from '~/ui/marks/due'
import type { DueTone } from '~/ui/marks/tones'
import { Card } from '~/ui/parts/card'

type Line = {
  id: string
  href: string
  title: string
  about: string
  due: { tone: DueTone; left: string } | null
}

const most = 3

/** 处室待领: the first of what nobody in the division has signed for; the queue has the rest and the buttons. */
export function PoolCard({ lines }: { lines: readonly Line[] }) {
  return (
    <Card id="pool" title="处室待领" note={`${lines.length} 件`}>
      <div className="pool">
        <ul className="plain">
          {lines.slice(0, most).map((line) => (
            <li key={line.id}>
              <a className="plain" href={line.href}>
                {line.title}
              </a>
              <small>
                {line.about}
                {line.due ? (
                  <>
                    {' · '}
                    <Due tone={line.due.tone}>{line.due.left}</Due>
                  </>
                ) : null}
              </small>
            </li>
          ))}
        </ul>
        <div className="row">
          <LinkButton size="sm" href={paths.queue()}>
            {lines.length > most ? `看全部 ${lines.length} 件` : '看处室待领'}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}
