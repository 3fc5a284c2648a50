import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import type { RequestShown } from './co-handling-page.server'
import { settlementWords, type Settlement } from './settlements'

type Props = { number: string; row: RequestShown; formKey: string }

/** Wanted seldom: behind a fold, so that the row shows what comes next. */
const seldom: readonly Settlement[] = ['paper', 'extend', 'waive', 'cancel', 'decline']

/** Adopting and urging need nothing more than the press; the others have a page of their own. */
const atOnce: readonly Settlement[] = ['accept', 'urge']

/** What can be done to one request, the next thing first. */
export function RequestActs({ number, row, formKey }: Props) {
  const near = row.may.filter((s) => !seldom.includes(s))
  const far = row.may.filter((s) => seldom.includes(s))
  return (
    <>
      <div className="row">
        {row.mayAnswer ? (
          <LinkButton size="sm" kind="do" href={paths.settlement(number, row.id, 'opinion')}>
            提意见
          </LinkButton>
        ) : null}
        {near.map((settlement) => (
          <Act key={settlement} number={number} row={row} settlement={settlement} formKey={formKey} />
        ))}
      </div>
      {far.length > 0 ? (
        <details className="more-acts">
          <summary>
            其他<span className="vh">：{row.party}</span>
          </summary>
          <div className="row">
            {far.map((settlement) => (
              <Act key={settlement} number={number} row={row} settlement={settlement} formKey={formKey} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}

export function Act({ number, row, settlement, formKey }: Props & { settlement: Settlement }) {
  const href = paths.settlement(number, row.id, settlement)
  if (!atOnce.includes(settlement))
    return (
      <LinkButton size="sm" href={href}>
        {settlementWords[settlement]}
      </LinkButton>
    )
  return (
    <form method="post" action={href}>
      <HiddenFields values={{ key: `${formKey}-${settlement}` }} />
      <Button size="sm" kind={settlement === 'accept' ? 'do' : 'plain'}>
        {settlementWords[settlement]}
      </Button>
    </form>
  )
}
