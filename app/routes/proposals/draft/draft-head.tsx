import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { GatedButton } from '~/ui/forms/disabled-button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { WhyNot } from '~/ui/marks/why-not'
import { Crumb } from '~/ui/parts/crumb'
import { Note } from '~/ui/parts/note'
import { numberWords, replyStateWords } from '~/ui/words'
import type { DraftPage } from './draft-page.server'

type Props = { page: DraftPage; submitKey: string; saved: string | null }

/** Where one is, which revision, what it still needs, and the way on. */
export function DraftHead({ page, submitKey, saved }: Props) {
  const { draft, number } = page
  const isMine = !page.maySubmit.some((r) => r.code === 'NOT_YOURS' || r.code === 'WRONG_STATE')
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
        {draft ? (
          <p className="dim">
            第 {draft.n} 稿 · {replyStateWords[draft.state]} · {draft.savedBy} · 校验码 {draft.hash}
          </p>
        ) : null}
        {saved ? (
          <Note tone="green" announce>
            已保存第 {saved} 稿。
          </Note>
        ) : null}
      </div>
      <div className="d-act row">
        {page.mayWithdraw ? <LinkButton href={paths.draft(number, 'withdrawal')}>撤回送审</LinkButton> : null}
        {page.mayAbandon ? <LinkButton href={paths.draft(number, 'abandonment')}>作废稿</LinkButton> : null}
        {draft && isMine ? (
          <form method="post" action={paths.draft(number, 'submission')}>
            <HiddenFields values={{ key: submitKey, version: page.version }} />
            <GatedButton
              kind="do"
              reasons={page.maySubmit}
              describedBy={page.maySubmit.length > 0 ? 'submit-why' : undefined}
            >
              提交审核
            </GatedButton>
          </form>
        ) : null}
      </div>
      {draft && isMine && page.maySubmit.length > 0 ? (
        <WhyNot
          id="submit-why"
          title={`还不能提交审核，差 ${page.maySubmit.length} 项：`}
          items={page.missing}
        />
      ) : null}
    </div>
  )
}
