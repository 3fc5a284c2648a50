import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Due } from '~/ui/marks/due'
import { Tag } from '~/ui/marks/tag'
import { WhyNot } from '~/ui/marks/why-not'
import { Crumb } from '~/ui/parts/crumb'
import { Note } from '~/ui/parts/note'
import { numberWords, replyStateWords } from '~/ui/words'
import type { DraftPage } from './draft-page.server'

type Props = { page: DraftPage; submitKey: string; saved: string | null }

/** Where one is, which revision, what it still needs, and the way on. */
export function DraftHead({ page, submitKey, saved }: Props) {
  const { draft, number } = page
  const mine =
    draft !== null && !page.maySubmit.some((r) => r.code === 'NOT_YOURS' || r.code === 'WRONG_STATE')
  const isIncomplete = mine && page.maySubmit.length > 0
  return (
    <div className="d-head">
      <div>
        <Crumb
          places={[
            { label: '建议提案', href: paths.proposals() },
            { label: numberWords(page.officialNo, page.track), href: paths.proposal(number) },
            { label: '拟稿' },
          ]}
        />
        <h1>{page.subject}</h1>
        <Standing page={page} />
        {saved ? (
          <Note tone="green" announce>
            已保存第 {saved} 稿。
          </Note>
        ) : null}
      </div>
      <div className="d-act row">
        {draft ? (
          <LinkButton href={paths.approval(number, 'preview.docx')} download>
            预览复函
          </LinkButton>
        ) : null}
        {page.mayWithdraw ? <LinkButton href={paths.draft(number, 'withdrawal')}>撤回送审</LinkButton> : null}
        {page.mayAbandon ? <LinkButton href={paths.draft(number, 'abandonment')}>作废稿</LinkButton> : null}
        {mine ? (
          <form method="post" action={paths.draft(number, 'submission')}>
            <HiddenFields values={{ key: submitKey, version: page.version }} />
            <GatedButton
              kind="do"
              reasons={page.maySubmit}
              describedBy={isIncomplete ? 'submit-why' : undefined}
            >
              提交审核
            </GatedButton>
          </form>
        ) : null}
      </div>
      {isIncomplete ? (
        <WhyNot
          id="submit-why"
          title={`还不能提交审核，差 ${page.maySubmit.length} 项：`}
          items={page.missing}
        />
      ) : null}
    </div>
  )
}

function Standing({ page: { draft, clock, isObjected } }: { page: DraftPage }) {
  return (
    <p className="row dim">
      {isObjected ? <Tag tone="red">退办待复</Tag> : null}
      {draft ? (
        <span>
          第 {draft.n} 稿 · {replyStateWords[draft.state]} · {draft.savedBy} · 校验码 {draft.hash}
        </span>
      ) : null}
      {clock ? (
        <>
          <Due tone={clock.left.kind} provisional={clock.isProvisional}>
            {clock.left.words}
          </Due>
          <span className="sm">答复期限 {shortDay(clock.dueOn)}</span>
        </>
      ) : null}
    </p>
  )
}
