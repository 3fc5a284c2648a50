import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { proposalStates } from '~/domain/proposal/states'
import { replyStates } from '~/domain/reply/states'
import { instantWords, shortDay, weekdayWord } from '~/ui/dates'
import { LetterEditor } from '~/ui/editor/letter-editor'
import { ApprovalFrame } from '~/ui/layout/approval-frame'
import { DeskFrame } from '~/ui/layout/desk-frame'
import { PublicFrame } from '~/ui/layout/public-frame'
import { Clock } from '~/ui/marks/clock'
import { Due } from '~/ui/marks/due'
import { Stamps } from '~/ui/marks/stamps'
import { StateDot } from '~/ui/marks/state-dot'
import { stepsOf } from '~/ui/marks/stages'
import { Stepper } from '~/ui/marks/stepper'
import { WhyNot } from '~/ui/marks/why-not'
import { ActionBar } from '~/ui/parts/action-bar'
import { AskList } from '~/ui/parts/ask-list'
import { Card } from '~/ui/parts/card'
import { Chain } from '~/ui/parts/chain'
import { EmptyState } from '~/ui/parts/empty-state'
import { ErrorPage } from '~/ui/parts/error-page'
import { FindingList } from '~/ui/parts/finding-list'
import { Fold } from '~/ui/parts/fold'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { PairList } from '~/ui/parts/pair-list'
import { PromiseList } from '~/ui/parts/promise-list'
import { ProposalHeader } from '~/ui/parts/proposal-header'
import { Sheet } from '~/ui/parts/sheet'
import { SignInCard } from '~/ui/parts/sign-in-card'
import { Tabs } from '~/ui/parts/tabs'
import { Timeline } from '~/ui/parts/timeline'
import { SavedViews, Segments } from '~/ui/parts/views'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Pager } from '~/ui/table/pager'
import { WorkTable } from '~/ui/table/work-table'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const hostile = '"><script>alert(1)</script>'
const user = { name: hostile, place: '成果转化处', duties: ['承办人'] }
const places = [{ href: '/desk', label: '我的待办', count: 7, here: true }]

// prettier-ignore
const parts: Record<string, { element: ReactElement; sign: string }> = {
  DeskFrame: { element: <DeskFrame bureau="局" places={places} user={user} testClock="2014年10月8日" isDemo query={hostile}>正文</DeskFrame>, sign: 'action="/logout"' },
  PublicFrame: { element: <PublicFrame bureau="局" side={hostile} foot={['电话']}>正文</PublicFrame>, sign: 'id="main"' },
  ApprovalFrame: { element: <ApprovalFrame back={{ href: '/approvals', label: hostile }} title="签发" who="贺云章 局长">正文</ApprovalFrame>, sign: 'id="main"' },
  Clock: { element: <Clock what={hostile} dueOn="2014-10-09" tone="soon" left="剩 1 个工作日" provisional />, sign: '星期四' },
  Due: { element: <Due tone="late">{hostile}</Due>, sign: 'due-late' },
  Stamps: { element: <Stamps missing={[{ label: hostile, href: '#co' }]} met={['附件齐全']} />, sign: 'href="#co"' },
  StateDot: { element: <StateDot tone="done">{hostile}</StateDot>, sign: 'state-done' },
  Stepper: { element: <Stepper steps={[{ label: hostile, place: 'now' }]} />, sign: 'aria-current="step"' },
  WhyNot: { element: <WhyNot id="gate" title="差 1 项" items={[{ code: 'CO', message: hostile, whoCanResolve: '何静姝', href: '#co' }]} />, sign: '何静姝' },
  ActionBar: { element: <ActionBar label="签发操作">{hostile}</ActionBar>, sign: '签发操作' },
  AskList: { element: <AskList asks={[{ number: 3, text: hostile, isMissing: true, status: '没有答复' }]} />, sign: 'ask-no' },
  Card: { element: <Card id="c" title={hostile}>文</Card>, sign: 'aria-labelledby="c-h"' },
  Chain: { element: <Chain steps={[{ label: '核稿', who: hostile, state: 'done' }, { label: '签发', who: '贺', state: 'now', isMine: true }]} />, sign: '等您' },
  EmptyState: { element: <EmptyState title={hostile}>文</EmptyState>, sign: 'blank' },
  ErrorPage: { element: <ErrorPage status="没有保存" title={hostile} number="E-5C21" />, sign: 'E-5C21' },
  FindingList: { element: <FindingList findings={[{ id: '1', weight: 'must', sentence: hostile }]} />, sign: '必改' },
  Fold: { element: <Fold title={hostile}>文</Fold>, sign: '<summary>' },
  Note: { element: <Note tone="red" announce>{hostile}</Note>, sign: 'role="alert"' },
  PageHead: { element: <PageHead title={hostile} crumb={[{ label: '建议提案', href: '/proposals' }]} />, sign: '<h1>' },
  PairList: { element: <PairList pairs={[{ number: 1, ask: hostile }]} />, sign: '没有答复' },
  PromiseList: { element: <PromiseList promises={[{ id: '1', promise: hostile, detail: '2015 年底前' }]} />, sign: '2015 年底前' },
  ProposalHeader: { element: <ProposalHeader crumb={[]} title={hostile} number="第0217号建议" sponsors="苏见微代表" tags={[{ tone: 'key', label: '重点' }]} />, sign: 'tag-key' },
  Sheet: { element: <Sheet id="sign" title={hostile} submit={<button>确认签发</button>}>文</Sheet>, sign: 'aria-labelledby="sign-h"' },
  SignInCard: { element: <SignInCard bureau={hostile}>文</SignInCard>, sign: 'method="post"' },
  Tabs: { element: <Tabs tabs={[{ href: '#1', label: hostile, count: 0, here: true }]} />, sign: 'aria-current="page"' },
  Timeline: { element: <Timeline entries={[{ id: 1, when: new Date('2014-10-08T16:30:00Z'), who: hostile, sentence: '签收' }]} />, sign: '2014-10-09 00:30' },
  SavedViews: { element: <SavedViews views={[{ href: '#1', label: hostile, count: 2, tone: 'late', here: true }]} />, sign: 'aria-current="true"' },
  Segments: { element: <Segments label="筛选" views={[{ href: '#1', label: hostile, count: 2 }]} />, sign: 'seg' },
  Grid: { element: <Grid caption={hostile} cards columns={[{ key: 'n', label: '编号', sort: 'ascending' }]}><tr><Cell label="编号">1</Cell></tr></Grid>, sign: 'data-l="编号"' },
  Pager: { element: <Pager summary={hostile} nextHref="?after=x" />, sign: 'aria-disabled="true"' },
  WorkTable: { element: <WorkTable caption="等我办的" rows={[{ id: '1', tone: 'late', left: '逾期', clock: '9-30', href: '#', title: hostile, about: '提案', todo: '填报', actions: '去' }]} />, sign: 'w-late' },
  LetterEditor: { element: <LetterEditor doc={docFromPlainText(hostile)} title={hostile} salutation="委员：" error="太长" />, sign: 'name="text"' },
}

describe.each(Object.entries(parts))('%s', (_, { element, sign }) => {
  const markup = html(element)

  it('draws what it is given, as text, without a style attribute or a script', () => {
    expect(markup).toContain(sign)
    expect(markup).toContain('&lt;script&gt;')
    expect(markup).not.toContain('<script')
    expect(markup).not.toMatch(/ style=|javascript:/)
  })

  it('refers to no id that is not there', () => {
    const refers = [...markup.matchAll(/(?:aria-labelledby|aria-describedby| for)="([^"]+)"/g)]
    for (const id of refers.flatMap((found) => (found[1] ?? '').split(' ')))
      expect(markup).toContain(` id="${id}"`)
  })
})

const stageNow = (...states: Parameters<typeof stepsOf>) =>
  stepsOf(...states).find((step) => step.place === 'now')?.label

describe('the stepper of a proposal', () => {
  it('has one current step in every pair of states', () => {
    for (const proposal of proposalStates)
      for (const reply of [null, ...replyStates]) {
        const steps = stepsOf(proposal, reply)
        expect(steps.filter((step) => step.place === 'now')).toHaveLength(1)
      }
  })

  it('shows the reply’s clearance and signature while the proposal is in handling', () => {
    expect(stageNow('handling', 'drafting')).toBe('办理拟稿')
    expect(stageNow('handling', 'clearance')).toBe('审核签发')
    expect(stageNow('handling', 'signed')).toBe('已签发')
    expect(stageNow('replied', 'issued')).toBe('已答复')
    expect(stageNow('withdrawn', 'abandoned')).toBe('已撤回')
  })
})

describe('the form without scripts', () => {
  it('posts the letter as lines, with the placeholder where the signature will write', () => {
    const doc = docFromPlainText('一、情况\n感谢。此复函已经市科技局贺云章局长审签。')
    const markup = html(<LetterEditor doc={doc} title="复函" salutation="委员：" />)
    expect(markup).toContain('>一、情况\n感谢。【审签后生成】。</textarea>')
    expect(markup).not.toContain('name="content"')
    expect(markup).toContain('<label for="f-text">')
  })
})

describe('days and instants', () => {
  it('are those of Shanghai, wherever the server stands', () => {
    expect(instantWords(new Date('2014-10-08T16:00:07Z'))).toBe('2014-10-09 00:00:07')
    expect(shortDay('2014-10-09')).toBe('10-09')
    expect(weekdayWord('2014-10-09')).toBe('星期四')
  })
})
