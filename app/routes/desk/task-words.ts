import type { TaskKind } from '~/domain/desk/what-waits'
import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { paths } from '~/http/paths'
import { delegateWords } from '~/ui/words'

/** What is to be done, who waits for it, and the one button that leads there. */
type TaskWords = {
  todo: (row: ProposalRow) => string
  waits?: (row: ProposalRow) => string | undefined
  action: string
  href: (number: string) => string
}

const delegateOf = (row: ProposalRow) => {
  const [first = '提出人'] = row.sponsors
  const name = row.sponsorKind === 'organisation' ? first : `${first}${delegateWords[row.track]}`
  return row.sponsors.length > 1 ? `${name}等 ${row.sponsors.length} 人` : name
}

const act = (name: string) => (number: string) => paths.act(number, name)
const opinions = (row: ProposalRow) => `会办意见已了结 ${row.settled} / ${row.asked}`
const handledBy = (row: ProposalRow) => (row.handler ? `${row.handler}在等` : undefined)
const delegateWaits = (row: ProposalRow) => `${delegateOf(row)}在等答复`

export const taskWords: Record<TaskKind, TaskWords> = {
  check: { todo: () => '核对登记内容，转入研判', waits: () => '综合处在等', action: '去核对', href: act('triage') },
  allocate: { todo: () => '研判本局身份，分办到处室', action: '分办', href: act('allocation') },
  accept: { todo: () => '判断是否属本处室职责，签收或退回', waits: () => '综合处在等', action: '签收', href: act('acceptance') },
  split_asks: { todo: () => '把正文拆成逐条诉求', waits: () => '逐条答复才能送审', action: '拆分诉求', href: act('asks') },
  log_contact: { todo: (row) => `联系${delegateOf(row)}，登记沟通情况`, waits: () => '尚无沟通记录', action: '登记沟通', href: act('contacts/new') },
  judge_opinions: { todo: () => '看会办意见，采纳或退回补充', waits: opinions, action: '去看意见', href: (n) => paths.tab(n, 'co-handling') },
  ask_others: { todo: () => '有单位不予会办：再请、另请或取消', waits: opinions, action: '去看会办', href: (n) => paths.tab(n, 'co-handling') },
  coordinate: { todo: () => '协调会办分歧，登记结论', waits: () => '协调一致才能送审', action: '去看会办', href: (n) => paths.tab(n, 'co-handling') },
  urge: { todo: () => '催办还没有答复的会办单位', waits: opinions, action: '去催办', href: (n) => paths.tab(n, 'co-handling') },
  draft: { todo: () => '起草复函', waits: delegateWaits, action: '去拟稿', href: (n) => paths.draft(n) },
  amend: { todo: () => '按审核意见修改复函', waits: () => '审核人已退回', action: '去修改', href: (n) => paths.draft(n) },
  review: { todo: () => '审核复函', waits: handledBy, action: '去审核', href: (n) => paths.approval(n) },
  sign: { todo: () => '签发复函', waits: handledBy, action: '签发', href: (n) => paths.approval(n) },
  issue: { todo: () => '编号、用印并印发复函', waits: delegateWaits, action: '编号印发', href: (n) => paths.issue(n) },
  propose_publication: { todo: () => '对复函提出公开意见', waits: () => '公开审查在等', action: '拟公开意见', href: act('publication/proposal') },
  review_publication: { todo: () => '审定公开意见', waits: handledBy, action: '审定', href: act('publication/review') },
  confirm_commitments: { todo: () => '确认复函中的承诺事项', waits: () => '确认后才能办结', action: '确认承诺', href: act('commitments/confirmation') },
  close: { todo: () => '回执、公开、承诺都已齐，可以办结', action: '办结', href: act('closing') },
  archive: { todo: () => '归档', action: '归档', href: act('archiving') },
} // prettier-ignore
