import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { StateDot } from '~/ui/marks/state-dot'
import { additionalUnitStateWords } from '~/ui/words'
import type { coHandlingPage } from './co-handling-page.server'

type Props = {
  number: string
  additions: ReturnType<typeof coHandlingPage>['additions']
  mayAdd: boolean
}

/** 增办: which units the assigning body was asked to add, and what it answered. */
export function Additions({ number, additions, mayAdd }: Props) {
  if (additions.length === 0 && !mayAdd) return null
  return (
    <section className="pad stack" aria-labelledby="additions">
      <div className="row">
        <h2 id="additions" className="h15">
          增办
        </h2>
        {mayAdd ? (
          <LinkButton size="sm" href={paths.act(number, 'additional-units/new')}>
            提请增办
          </LinkButton>
        ) : null}
      </div>
      {additions.length === 0 ? (
        <p className="hint">本局照办、还须别的单位承办的，提请交办机关增加。</p>
      ) : (
        <ul className="notices">
          {additions.map((a) => (
            <li key={a.id} className="notice">
              <p className="notice-l">
                <b>{a.unit}</b>：{a.reason}
              </p>
              <p className="row sm">
                <StateDot tone={a.state === 'requested' ? 'now' : 'done'}>
                  {additionalUnitStateWords[a.state]}
                </StateDot>
                <span className="mute">
                  {shortDay(a.requestedOn)} 提请{a.answer ? `；答复：${a.answer}` : ''}
                </span>
              </p>
              {a.mayAnswer ? (
                <LinkButton size="sm" href={paths.act(number, `additional-units/${a.id}`)}>
                  登记答复<span className="vh">，{a.unit}</span>
                </LinkButton>
              ) : null}
              {a.mayAsk ? (
                <LinkButton size="sm" href={paths.act(number, 'requests/new')}>
                  请会办<span className="vh">，{a.unit}</span>
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
