import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { shortDay, weekdayWord } from '../dates'
import { Facts, type Fact } from '../parts/facts'
import { Due } from './due'
import type { DueTone } from './tones'

export type DerivedDay = {
  /** 9-28 周日, or a run: 10-1…10-7 */
  day: string
  note?: string | undefined
  /** The number it counts as; a skipped day has none. */
  count?: number | null | undefined
  isDue?: boolean | undefined
}

export type ClockDerivation = {
  /** 交办 9-26 → +5 工作日 = 10-09：9-28 补班计入，10-1…10-7 休; each phrase stays on one line. */
  phrases: readonly string[]
  days: readonly DerivedDay[]
  /** Rule, calendar notice, changes. */
  facts: readonly Fact[]
  actions?: ReactNode
}

type Props = {
  /** 会办意见 */
  what: string
  dueOn: string
  tone: DueTone
  /** 剩 1 个工作日 */
  left: ReactNode
  provisional?: boolean | undefined
  /** 含延期 1 个月 · 暂停期间不计天数 */
  notes?: readonly string[] | undefined
  /** The derivation in one sentence: on paper nothing unfolds. */
  basis?: string | undefined
  derivation?: ClockDerivation | undefined
  open?: boolean | undefined
}

export function Clock({ what, dueOn, tone, left, provisional, notes = [], basis, derivation, open }: Props) {
  return (
    <div className="clock">
      <div>
        <div className="what">{what}</div>
        <div className="day">
          <time dateTime={dueOn}>{shortDay(dueOn)}</time> <small>{weekdayWord(dueOn)}</small>
        </div>
      </div>
      <Due tone={tone} provisional={provisional}>
        {left}
      </Due>
      {notes.length > 0 ? <p className="clock-notes">{notes.join('；')}</p> : null}
      {basis ? <p className="clock-notes only-print">{basis}</p> : null}
      {derivation ? <Derivation {...derivation} what={what} open={open} /> : null}
    </div>
  )
}

function Derivation(props: ClockDerivation & { what: string; open: boolean | undefined }) {
  return (
    <details className="why" open={props.open}>
      <summary>
        怎么算的<span className="vh">：{props.what}</span>
      </summary>
      <div className="pop">
        <p className="pop-line">
          {props.phrases.map((phrase) => (
            <span key={phrase} className="nb">
              {phrase}
            </span>
          ))}
        </p>
        <ol className="days">
          {props.days.map((day) => (
            <li key={day.day} className={classNames(!day.count && 'off', day.isDue && 'end') || undefined}>
              <span>{day.day}</span>
              <span>{day.note}</span>
              <b>{day.count}</b>
            </li>
          ))}
        </ol>
        <Facts facts={props.facts} small />
        {props.actions ? <div className="row pop-do">{props.actions}</div> : null}
      </div>
    </details>
  )
}
