import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Stepper } from '~/ui/marks/stepper'
import { Note } from '~/ui/parts/note'
import { ProposalHeader } from '~/ui/parts/proposal-header'
import { handlingRoleWords } from '~/domain/proposal/words'
import { numberWords, proposalStateWords, sessionKindWords } from '~/ui/words'
import { ActBar } from './act-bar'
import { Aside } from './aside'
import { BesideNotes } from './beside-notes'
import { doneWords } from './done-words'
import { framePage } from './frame-page.server'
import { MissingCard } from './missing-card'
import { ProposalTabs } from './proposal-tabs'
import { proposalOf } from '../proposal-of.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${numberWords(data.page.officialNo, data.page.track)} · ${data.frame.bureau}` : '复函' },
]

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  const done = doneWords(new URL(visit.request.url).searchParams.get('done'))
  return { frame: frameOf(visit), page: framePage(read, visit), done }
})

export default function ProposalFrame() {
  const { frame, page, done } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <HouseFrame frame={frame} here="proposals">
      <ProposalHeader
        crumb={[
          { label: '建议提案', href: paths.proposals() },
          { label: `${page.meeting}${sessionKindWords[page.sessionKind]}` },
        ]}
        title={page.subject}
        number={numberWords(page.officialNo, page.track)}
        tags={[
          ...(page.priority === 'key' ? [{ tone: 'key' as const, label: '重点' }] : []),
          { label: sessionKindWords[page.sessionKind] },
          ...(page.handlingRole
            ? [{ tone: 'blue' as const, label: handlingRoleWords[page.handlingRole] }]
            : []),
          { label: proposalStateWords[page.state] },
          ...(page.isTakenOver ? [{ tone: 'amber' as const, label: '接续办理' }] : []),
          ...(page.isPaused ? [{ tone: 'amber' as const, label: '暂停中' }] : []),
          ...(page.isObjected ? [{ tone: 'red' as const, label: '退办待复' }] : []),
          ...(page.group ? [{ tone: 'blue' as const, label: '并案' }] : []),
          ...(page.isExtended ? [{ tone: 'amber' as const, label: '已延期' }] : []),
        ]}
        sponsors={page.sponsors}
        facts={page.lines}
      />
      <div className="cols cols-rail proposal-page">
        <div className="stack">
          {done ? (
            <Note tone="green" announce>
              {numberWords(page.officialNo, page.track)}：{done}
            </Note>
          ) : null}
          <BesideNotes
            number={page.number}
            isObjected={page.isObjected}
            ended={page.ended}
            group={page.group}
          />
          {page.isNobodyLeft ? (
            <Note tone="amber">
              请过的会办单位都不予会办，没有单位提意见。
              <a href={paths.tab(page.number, 'co-handling')}>去看会办</a>
              ：另请单位、再请一次，或由综合处免会。
            </Note>
          ) : null}
          <section className="card pad" aria-label="办理进程">
            <Stepper steps={page.steps} />
          </section>
          <ActBar acts={page.acts} turn={page.turn} />
          <MissingCard goal={page.goal} missing={page.missing} met={page.met} />
          <div className="card">
            <ProposalTabs number={page.number} pathname={pathname} counts={page.counts} />
            <Outlet />
          </div>
        </div>
        <Aside
          clocks={page.clocks}
          contacts={page.contacts}
          today={page.today}
          sponsors={page.sponsors}
          number={page.number}
          answered={page.answered}
          rules={page.rules}
        />
      </div>
    </HouseFrame>
  )
}
