import { paths } from '~/http/paths'
import { GatedButton } from '~/ui/forms/disabled-button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { EmptyState } from '~/ui/parts/empty-state'
import type { DraftPage } from './draft-page.server'

/** Nothing written yet: one press lays out the letter by the rule profile. */
export function StartCard({ page, formKey }: { page: DraftPage; formKey: string }) {
  return (
    <div className="card pad">
      <EmptyState
        title={page.isOpinion ? '还没有开始写会办意见' : '还没有开始拟稿'}
        actions={
          <form method="post" action={paths.draft(page.number, 'start')}>
            <HiddenFields values={{ key: formKey }} />
            <GatedButton kind="do" reasons={page.mayStart}>
              开始拟稿
            </GatedButton>
          </form>
        }
      >
        标题、称谓、开头、联系人和抄送会按规则排好，您接着写正文。
      </EmptyState>
    </div>
  )
}
