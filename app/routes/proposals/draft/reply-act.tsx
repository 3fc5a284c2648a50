import type { ComponentProps, ReactNode } from 'react'
import type { FrameData } from '~/http/frame.server'
import type { FormState } from '~/http/form-state'
import { paths } from '~/http/paths'
import { HouseFrame } from '~/ui/layout/house-frame'
import { PageHead } from '~/ui/parts/page-head'
import { numberWords } from '~/ui/words'
import { ActForm } from '../acts/act-form'
import { ReasonField } from '../acts/reason-field'
import type { ReplyActData } from './reply-act.server'

type Props = {
  frame: FrameData
  /** The proposal named above the act; left out where what is inside has a heading of its own. */
  about?: ReplyActData['about']
  act?: string
  children: ReactNode
}

/** A small page for one act on the reply. */
export function ReplyActPage({ frame, about, act, children }: Props) {
  return (
    <HouseFrame frame={frame} here="proposals">
      <div className="narrow-page">
        {about ? (
          <PageHead
            title={about.subject}
            crumb={[
              { label: '建议提案', href: paths.proposals() },
              { label: numberWords(about.officialNo, about.track), href: paths.proposal(about.number) },
              { label: act ?? '' },
            ]}
          />
        ) : null}
        <div className="card">{children}</div>
      </div>
    </HouseFrame>
  )
}

type ActProps = Pick<
  ComponentProps<typeof ActForm>,
  'title' | 'intro' | 'submit' | 'isHarm' | 'children' | 'labels'
> & {
  /** A second form below the act's own. */
  foot?: ReactNode
  data: Pick<ReplyActData, 'frame' | 'about' | 'act'>
  form: FormState | undefined
}

/** One act on the reply, with its page. */
export const ReplyAct = ({ data, children, foot, ...act }: ActProps) => (
  <ReplyActPage frame={data.frame} about={data.about} act={act.title}>
    <ActForm act={data.act} labels={{ reason: '理由' }} {...act}>
      {children}
    </ActForm>
    {foot}
  </ReplyActPage>
)

/** An act that takes something back, and says why. */
export const ReplyActWithReason = (props: ActProps) => (
  <ReplyAct {...props} isHarm>
    <ReasonField form={props.form} />
  </ReplyAct>
)
