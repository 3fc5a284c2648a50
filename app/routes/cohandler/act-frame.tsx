import type { ReactNode } from 'react'
import type { FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HouseFrame } from '~/ui/layout/house-frame'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import type { AskedPage } from './asked-page.server'
import { AskedQuestion } from './asked-proposal'

type Props = {
  frame: Parameters<typeof HouseFrame>[0]['frame']
  page: AskedPage
  title: string
  form: FormState | undefined
  children: ReactNode
}

/** The page of one act on a request: what it is about, why it was refused, the form. */
export function ActFrame({ frame, page, title, form, children }: Props) {
  return (
    <HouseFrame frame={frame} here="asked">
      <PageHead
        title={title}
        note={`${page.proposal.number} ${page.proposal.subject}`}
        crumb={[
          { label: '会办', href: paths.asked() },
          { label: page.proposal.number, href: paths.asked(page.id) },
          { label: title },
        ]}
      />
      <div className="stack">
        <ErrorSummary problems={form?.problems ?? []} labels={{ reason: '理由' }} title="没有办理" />
        {form?.conflict ? (
          <Note tone="amber" announce>
            {form.conflict.message}
          </Note>
        ) : null}
        {form && form.reasons.length > 0 ? <WhyNot id="why" title="没有办理：" items={form.reasons} /> : null}
        <AskedQuestion page={page} />
        <Card id="act" title={title} pad>
          {children}
        </Card>
      </div>
    </HouseFrame>
  )
}
