import type { Clock as ClockRead } from '~/domain/deadlines/clocks'
import { derivationSentence, type Derivation } from '~/domain/deadlines/derivation'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Clock, type ClockDerivation } from '~/ui/marks/clock'
import { clockDerivation } from '~/ui/marks/derivation'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import type { ClockChange } from './changes-of-clock'

type Props = {
  clocks: readonly (ClockRead & {
    metOn: string | null
    isRunning: boolean
    derivation: Derivation
    notes: readonly string[]
    changes: readonly ClockChange[]
  })[]
  contacts: readonly { name: string; phone: string; address: string }[]
  sponsors: string
  number: string
  /** Whom the reply goes to. */
  answered: string | null
  today: string
  /** The version of the rules it was registered under. */
  rules: { id: string; version: number; name: string }
}

/** Every clock with its derivation, and who proposed it. */
export function Aside({ clocks, contacts, sponsors, number, answered, today, rules }: Props) {
  return (
    <aside className="stack" aria-label="期限与提出人">
      <Card id="clocks" title="期限" end={<span className="mute">今天 {shortDay(today)}</span>}>
        {clocks.map((c) => (
          <Clock
            key={c.kind}
            what={c.name}
            dueOn={c.dueOn}
            tone={c.isRunning ? c.left.kind : 'done'}
            left={c.metOn ? `${shortDay(c.metOn)} 已办` : c.isRunning ? c.left.words : '已停止'}
            provisional={c.isProvisional}
            notes={c.notes}
            basis={derivationSentence(c.derivation)}
            derivation={withChanges(clockDerivation(c.derivation), c.changes)}
          />
        ))}
        <p className="pad sm">
          照 <a href={paths.ruleProfile(rules.id, rules.version)}>{rules.name}</a> 第 {rules.version} 版
        </p>
      </Card>
      <Card id="sponsors" title="提出人" pad>
        <p>
          <b>{sponsors}</b>
        </p>
        {answered ? (
          <p className="sm">
            <a href={paths.tab(number, 'sponsors')}>复函送</a> {answered}
          </p>
        ) : null}
        {contacts.some((c) => c.phone || c.address) ? (
          <Facts
            small
            facts={contacts
              .filter((c) => c.phone || c.address)
              .map((c) => ({ term: c.name, detail: `${c.phone} ${c.address}` }))}
          />
        ) : null}
      </Card>
    </aside>
  )
}

const withChanges = (derivation: ClockDerivation, changes: readonly ClockChange[]): ClockDerivation => ({
  ...derivation,
  facts: [...derivation.facts, ...changes],
})
