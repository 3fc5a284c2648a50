import { describe, expect, it } from 'vitest'
import { profileChanges } from '~/domain/deadlines/profile-changes'
import { formValues, profileFromForm } from '~/domain/deadlines/profile-form'
import { profileSheet } from '~/domain/deadlines/profile-sheet'
import { profileOf, shippedProfiles } from '~/domain/deadlines/profiles'
import type { RuleProfile } from '~/domain/deadlines/rule-profile'

const chongqing = profileOf('CQ-NPC-2018', 1)
const sichuan = profileOf('SC-GOV-2024', 1)

function edited(base: RuleProfile, over: Record<string, string>): RuleProfile {
  const made = profileFromForm(base, { ...formValues(base), ...over })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.profile
}

const problems = (over: Record<string, string>, base = chongqing) => {
  const made = profileFromForm(base, { ...formValues(base), ...over })
  return made.ok ? [] : made.problems.map((p) => p.field)
}

describe('the form of a profile', () => {
  it.each(shippedProfiles.map((p) => [p.id, p] as const))('gives %s back as it was when nothing is touched', (_, profile) =>
    expect(edited(profile, {})).toEqual(profile)) // prettier-ignore

  it('makes a rule taken from the default the bureau’s own once it is touched', () => {
    expect(sichuan.deadlines.contact.basis).toBe('CN-LAW-2025')
    const { contact, receipt } = edited(sichuan, { 'contact.amount': '15' }).deadlines
    expect(contact).toMatchObject({ amount: 15 })
    expect(contact.basis).toBeUndefined()
    expect(receipt.basis).toBe('CN-LAW-2025')
  })

  it('keeps amounts that differ, and drops them where it is told to', () => {
    expect(edited(sichuan, { 'reply.amount': '4' }).deadlines.reply.variants).toHaveLength(1)
    expect(edited(sichuan, { 'reply.isPlain': 'yes' }).deadlines.reply.variants).toBeUndefined()
  })

  it('changes who is answered, where the receipt goes and what the ratings are called', () => {
    const made = edited(chongqing, {
      'answering.joint': 'lead_relays', 'answering.assigningBodyAnswers': 'yes', 'receipts.oversight': 'yes',
      'signing.note': '', 'signing.outsideReview': '', 'ratings.basically': '基本同意',
    }) // prettier-ignore
    expect(made.answering).toMatchObject({
      joint: 'lead_relays', assigningBodyAnswers: true, citation: { practice: true, note: '本局规定' },
    }) // prettier-ignore
    expect(made.receipts?.goesTo).toContain('oversight')
    expect(made.signing).toBeUndefined()
    expect(made.ratings.choices.map((c) => c.label)).toEqual(['满意', '基本同意', '不满意'])
    expect(edited(chongqing, { name: '甲' }).answering).toEqual(chongqing.answering)
    const nowhere = Object.fromEntries(['handler', 'platform', 'assigning', 'oversight'].map((p) => [`receipts.${p}`, ''])) // prettier-ignore
    expect(problems({ ...nowhere, 'receipts.ratedBy': 'lead' })).toEqual(['receipts.ratedBy'])
    expect(problems({ 'signing.note': '', 'signing.outsideReview': '督查室' })).toEqual(['signing.note'])
    expect(problems({ 'ratings.satisfied': ' ', 'answering.joint': 'x' })).toEqual(['ratings.satisfied', 'answering.joint']) // prettier-ignore
  })

  it('changes how often and how the delegate is contacted', () => {
    const three = { 'contacting.before': 'yes', 'contacting.during': 'yes', 'contacting.after': 'yes', 'contacting.visit': 'yes' } // prettier-ignore
    const made = edited(chongqing, { ...three, 'contacting.beforeReply': '2' })
    expect(made.contacting).toMatchObject({
      beforeReply: 2, phases: ['before', 'during', 'after'], channels: ['visit'], citation: { practice: true },
    }) // prettier-ignore
    expect(edited(chongqing, { name: '甲' }).contacting).toEqual(chongqing.contacting)
    expect(problems({ 'contacting.beforeReply': '很多' })).toEqual(['contacting.beforeReply'])
  })

  it('reads a fixed day, a notice and a practice', () => {
    const over = { 'reply.unit': 'fixed', 'reply.monthDay': '05-31', 'reply.law': '云府办函〔2026〕3号', 'reply.edition': '', 'reply.article': '', 'reply.note': '' } // prettier-ignore
    expect(edited(chongqing, over).deadlines.reply).toMatchObject({
      unit: 'fixed', monthDay: '05-31', rollsForward: false, citation: { notice: '云府办函〔2026〕3号', note: null },
    }) // prettier-ignore
    const practice = { 'reply.law': '', 'reply.edition': '', 'reply.article': '', 'reply.note': '本局惯例' }
    expect(edited(chongqing, practice).deadlines.reply.citation).toEqual({ practice: true, note: '本局惯例' })
  })

  it('shows placeholders in words and keeps them as the letter knows them', () => {
    expect(formValues(chongqing)['wording.docNumber']).toBe('{机关代字}〔{年份}〕{序号}号')
    const made = edited(chongqing, { 'wording.docNumber': '{机关代字}〔{年份}〕第{序号}号' })
    expect(made.wording.docNumber).toBe('{code}〔{year}〕第{seq}号')
    const refused = profileFromForm(chongqing, { ...formValues(chongqing), 'wording.docNumber': '{案由}' })
    expect(refused).toMatchObject({ problems: [{ message: '这里只能用 {机关代字}、{年份}、{序号}' }] })
  })

  it('reads the chain a line per step, and one for key items', () => {
    const made = edited(chongqing, { chain: '处室负责人\n办公室核稿 保密审查', priorityChain: '处室负责人', prioritySigner: 'deputy' })
    expect(made.clearanceChain).toEqual([['division_head'], ['office_reviewer', 'secrecy_reviewer']])
    expect(made.chains).toEqual([{ when: { priority: 'key' }, chain: [['division_head']], signerRole: 'deputy' }])
    expect(edited(made, { priorityChain: '' }).chains).toBeUndefined()
  }) // prettier-ignore

  it.each([
    ['an amount that is none', { 'contact.amount': '五' }, ['contact.amount']],
    ['an amount of nothing', { 'contact.amount': '0' }, ['contact.amount']],
    ['a longer amount that is shorter', { 'reply.wideAmount': '2' }, ['reply.wideAmount']],
    ['a cap below the amount', { 'reply.maxAmount': '5' }, ['reply.maxAmount']],
    ['a unit nobody counts in', { 'contact.unit': 'week' }, ['contact.unit']],
    ['a start nobody knows', { 'contact.startEvent': 'birth' }, ['contact.startEvent']],
    ['a day not of every year', { 'reply.unit': 'fixed', 'reply.monthDay': '02-30' }, ['reply.monthDay']],
    ['a rule that stands nowhere', { 'contact.law': '', 'contact.edition': '', 'contact.note': '' }, ['contact.note']],
    ['no name', { name: ' ' }, ['name']],
    ['a step nobody holds', { chain: '处室负责人\n看门' }, ['chain']],
    ['a step that comes twice', { chain: '处室负责人\n处室负责人' }, ['chain']],
    ['no chain at all', { chain: '' }, ['chain']],
    ['a signer who may not sign', { signerRole: 'registrar' }, ['signerRole']],
    ['a copy to nobody known', { 'cc.npc': '政府办公厅、某某' }, ['cc.npc']],
    ['a class that is none', { 'outcome.planned': 'E' }, ['outcome.planned']],
    ['a placeholder the wording does not know', { 'wording.docNumber': '{code}{no}' }, ['wording.docNumber']],
    ['an end before the beginning', { effectiveTo: '2017-01-01' }, ['effectiveTo']],
    ['several faults at once', { name: '', 'contact.amount': 'x', 'wording.title.npc': '' }, ['name', 'contact.amount', 'wording.title.npc']],
  ])('refuses %s, at its field', (_, over, fields) => {
    const named = problems(over)
    for (const field of fields) expect(named).toContain(field)
    expect(new Set(named)).toEqual(new Set(fields))
  }) // prettier-ignore

  it('refuses calendar days for a rule whose other amounts are working days', () => {
    const term = { unit: 'workday', amount: 5, wideAmount: null, maxAmount: null } as const
    const rule = {
      ...chongqing.deadlines.contact,
      variants: [{ when: { priority: 'key' as const }, ...term }],
    }
    const base = { ...chongqing, deadlines: { ...chongqing.deadlines, contact: rule } }
    expect(problems({ 'contact.unit': 'day' }, base)).toEqual(['contact.unit'])
  })
})

describe('the sheet of a profile', () => {
  const lineOf = (profile: RuleProfile, key: string) =>
    profileSheet(profile)
      .flatMap((s) => s.lines)
      .find((l) => l.key === key)

  it('says each rule in words, with its source', () => {
    expect(lineOf(chongqing, 'deadline.reply')).toMatchObject({
      label: '答复',
      value: '交办之日起 3 个月，涉及面广、处理难度大的 6 个月',
      source: expect.stringContaining('《重庆市'),
      isDefault: false,
    })
    expect(lineOf(profileOf('SH-NPC-2015', 1), 'deadline.reply')?.value).toBe(
      '交办之日起 3 个月，延期后最长 6 个月，延期须经交办机关同意，并告知代表委员',
    )
    expect(lineOf(profileOf('GUIZ-2025', 1), 'deadline.reply')?.value).toBe('6月30日前')
    expect(lineOf(sichuan, 'deadline.reply.提案、大会')?.value).toBe('5 个月，延期后最长 6 个月')
  })

  it('marks what was taken from the default', () =>
    expect(lineOf(sichuan, 'deadline.contact')?.isDefault).toBe(true))

  it('says nothing of proposals of the other kind', () => {
    expect(lineOf(chongqing, 'wording.title.cppcc')).toBeUndefined()
    expect(lineOf(chongqing, 'wording.title.npc')?.value).toBe('{发文机关}关于{会议}第{编号}号建议的复函')
    expect(lineOf(sichuan, 'cc.cppcc')).toBeDefined()
  })

  it('has one line per key, whatever the profile: a change is found by it', () => {
    for (const profile of shippedProfiles) {
      const keys = profileSheet(profile).flatMap((s) => s.lines.map((l) => l.key))
      expect(new Set(keys).size, profile.id).toBe(keys.length)
    }
  })
})

describe('what changed between two versions', () => {
  it('is told line by line, old and new, in words', () => {
    const after = edited(sichuan, { 'contact.amount': '15', 'wording.receiptSentence.npc': '请填写回执。', 'reply.isPlain': 'yes' })
    expect(profileChanges(sichuan, after).map(({ label, before, after: now }) => [label, before, now])).toEqual([
      ['首次沟通', '收到之日起 20 工作日', '收到之日起 15 工作日'],
      ['征询语（建议）', '对以上答复如有意见，请填写回执反馈我局。', '请填写回执。'],
      ['答复（提案、大会）', '5 个月，延期后最长 6 个月', null],
    ])
  }) // prettier-ignore

  it('names the source where only that changed', () => {
    const [change] = profileChanges(chongqing, edited(chongqing, { 'reply.article': '第二十一条' }))
    expect(change?.after).toContain('第二十一条')
    expect(change?.before).not.toContain('第二十一条')
  })

  it('is nothing between a version and itself', () =>
    expect(profileChanges(chongqing, chongqing)).toEqual([]))
})
