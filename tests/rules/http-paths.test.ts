import { expect, it } from 'vitest'
import { insideOnly, paths } from '~/http/paths'

it('every link of the house stands here: a changed URL is changed on purpose', () => {
  const number = '2026-0001'
  expect({
    login: paths.login(),
    loginAndBack: paths.login('/proposals?track=npc&q=农机'),
    logout: paths.logout(),
    desk: paths.desk(),
    proposals: paths.proposals(),
    proposalsFiltered: paths.proposals('track=npc'),
    proposalsExport: paths.proposalsExport('track=npc'),
    register: paths.register(),
    proposal: paths.proposal(number),
    tab: paths.tab(number, 'log'),
    act: paths.act(number, 'allocation'),
    settlement: paths.settlement(number, 'r1', 'accept'),
    draft: paths.draft(number),
    draftAct: paths.draft(number, 'submission'),
    issue: paths.issue(number),
    receiptLink: paths.receiptLink(number, 'r1'),
    approvals: paths.approvals(),
    approval: paths.approval(number),
    approvalAct: paths.approval(number, 'signature'),
    letterFile: paths.letterFile('l1'),
    numberSeries: paths.numberSeries(),
    rules: paths.rules(),
    ruleProfile: paths.ruleProfile('本局/1', 2),
    keepRules: paths.keepRules(),
    keepProfile: paths.keepProfile('OWN-1', 2, 'edit'),
    noticeDays: paths.noticeDays(),
    asked: paths.asked(),
    askedOne: paths.asked('r1'),
    askedAct: paths.asked('r1', 'refusal'),
    receipt: paths.receipt('t1'),
    receiptLetter: paths.receiptLetter('t1'),
  }).toMatchInlineSnapshot(`
    {
      "act": "/proposals/2026-0001/allocation",
      "approval": "/approvals/2026-0001",
      "approvalAct": "/approvals/2026-0001/signature",
      "approvals": "/approvals",
      "asked": "/asked",
      "askedAct": "/asked/r1/refusal",
      "askedOne": "/asked/r1",
      "desk": "/desk",
      "draft": "/proposals/2026-0001/draft",
      "draftAct": "/proposals/2026-0001/draft/submission",
      "issue": "/proposals/2026-0001/issue",
      "keepProfile": "/admin/rules/OWN-1/2/edit",
      "keepRules": "/admin/rules",
      "letterFile": "/letters/l1",
      "login": "/login",
      "loginAndBack": "/login?to=%2Fproposals%3Ftrack%3Dnpc%26q%3D%E5%86%9C%E6%9C%BA",
      "logout": "/logout",
      "noticeDays": "/admin/rules/notice-days",
      "numberSeries": "/number-series",
      "proposal": "/proposals/2026-0001",
      "proposals": "/proposals",
      "proposalsExport": "/proposals/list.xlsx?track=npc",
      "proposalsFiltered": "/proposals?track=npc",
      "receipt": "/r/t1",
      "receiptLetter": "/r/t1/letter",
      "receiptLink": "/proposals/2026-0001/receipts/r1/link",
      "register": "/proposals/new",
      "ruleProfile": "/rules/%E6%9C%AC%E5%B1%80%2F1/2",
      "rules": "/rules",
      "settlement": "/proposals/2026-0001/requests/r1/accept",
      "tab": "/proposals/2026-0001/log",
    }
  `)
})

it('a number with a slash or a hash stays one step of the path', () =>
  expect(paths.proposal('a/b?c#d')).toBe('/proposals/a%2Fb%3Fc%23d'))

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/desk\\..\\x',
  'javascript:alert(1)',
  'desk',
  '/desk\r\nSet-Cookie: a=b',
  '/\t/elsewhere.example',
  '',
  null,
])('sign-in never leads to %j', (to) => expect(insideOnly(to)).toBe('/desk'))

it('sign-in leads back to a page of this house with its filter', () =>
  expect(insideOnly('/proposals?track=npc&q=%E5%86%9C')).toBe('/proposals?track=npc&q=%E5%86%9C'))
