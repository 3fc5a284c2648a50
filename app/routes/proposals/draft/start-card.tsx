import { paths } from '~/http/paths'
import { GatedButton } from '~/ui/forms/disabled-button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { EmptyState } from '~/ui/parts/empty-state'
import type { DraftPage } from './draft-page.server'

/** No draft that can be written on: one press lays out the letter by the rule profile. */
export function StartCard({ page, formKey }: { page: DraftPage; formKey: string }) {
  const fresh = page.isOpinion ? '还没有开始写会办意见' : '还没有开始拟稿'
  return (
    <div className="card pad">
      <EmptyState
        title={page.draft ? '前一稿已作废，可以重新拟稿' : fresh}
        actions={
          <form method="post" action={paths.draft(page.number, 'start')}>
            <HiddenFields values={{ key: formKey }} />
            <GatedButton kind="do" reasons={page.mayStart}>
              {page.draft ? '重新拟稿' : '开始拟稿'}
            </GatedButton>
          </form>
        }
      >
        标题、称谓、开头、联系人和抄送会按规则排好，您接着写正文。
        {page.draft ? '作废的一稿留在下面，可以照着改写。' : null}
      </EmptyState>
    </div>
  )
}
