import { shortDay } from '~/ui/dates'
import { StateDot } from '~/ui/marks/state-dot'
import { Fold } from '~/ui/parts/fold'
import { requestStateTones, requestStateWords } from '~/ui/words'
import { opinionFoot, OpinionMarks, ScanLink } from '../proposal/opinion-fold'
import { Act } from '../proposal/request-acts'
import type { Settlement } from '../proposal/settlements'
import type { DraftPage } from './draft-page.server'

/** What is decided over an opinion while the draft lies beside it. */
const judged: readonly Settlement[] = ['accept', 'return', 'dispute']

/** Opinions beside the draft: each with its unit, day and text, and the way to adopt it or send it back. */
export function OpinionsBeside({ page, formKey }: { page: DraftPage; formKey: string }) {
  const { opinions: rows, summary } = page
  return (
    <Fold
      title={`会办意见 ${rows.length} 家`}
      note={rows.length > 0 ? `${summary.settled}/${summary.asked} 已了结` : undefined}
      open={rows.some((row) => row.opinions.length > 0)}
    >
      <ul className="pad stack beside">
        {rows.map((row) => (
          <li key={row.id}>
            <b>{row.party}</b>{' '}
            <StateDot tone={requestStateTones[row.state]}>{requestStateWords[row.state]}</StateDot>
            {row.left ? (
              <small>
                {shortDay(row.dueOn)} 到期，{row.left.words}
              </small>
            ) : null}
            {row.opinions.map((one) => (
              <div key={one.id}>
                <p>{one.isNoObjection && !one.text ? '无不同意见' : one.text}</p>
                <small>
                  {[`${shortDay(one.givenOn)} 复`, opinionFoot(one)].filter(Boolean).join(' · ')}{' '}
                  <OpinionMarks opinion={one} /> <ScanLink opinion={one} />
                </small>
              </div>
            ))}
            <div className="row">
              {row.may
                .filter((s) => judged.includes(s))
                .map((s) => (
                  <Act
                    key={s}
                    number={page.number}
                    row={row}
                    settlement={s}
                    formKey={`${formKey}-${row.id}`}
                  />
                ))}
            </div>
          </li>
        ))}
        {rows.length === 0 ? <li className="mute">没有会办</li> : null}
      </ul>
    </Fold>
  )
}
