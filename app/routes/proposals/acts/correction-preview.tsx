import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import type { ActData } from './act.server'
import type { Preview } from './correction-preview.server'

/** What the correction would move, each deadline with both derivations, and the button that does it. */
export function CorrectionPreview({ act, preview }: { act: ActData; preview: Preview }) {
  const { fact, day, reason, seen, name, recorded, moves } = preview
  return (
    <div className="pad">
      <h2 className="h15">确认更正{name}</h2>
      <form className="fform act-form" method="post">
        <Note tone="amber" announce>
          还没有更正。请核对下面的期限，再确认。
        </Note>
        <HiddenFields values={{ key: act.key, version: act.version, fact, day, reason, seen }} />
        <Facts
          facts={[
            { term: name, detail: `${recorded} → ${day}` },
            { term: '理由', detail: reason },
          ]}
        />
        {moves.length === 0 ? <p>没有在办的期限从{name}起算，只更正登记。</p> : null}
        {moves.map((move) => (
          <section key={move.id}>
            <h3>
              {move.name}
              {move.before.dueOn === move.after.dueOn
                ? `：仍为 ${move.after.dueOn}`
                : `：${move.before.dueOn} → ${move.after.dueOn}`}
            </h3>
            <Facts
              facts={[
                { term: '原来', detail: move.before.basis },
                { term: '更正后', detail: move.after.basis },
              ]}
            />
          </section>
        ))}
        <div className="row">
          <Button kind="do">确认更正</Button>
          <LinkButton href={paths.act(act.number, 'fact-correction')}>重新填写</LinkButton>
        </div>
      </form>
    </div>
  )
}
