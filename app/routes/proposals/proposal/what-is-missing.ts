import type { EventName } from '~/domain/proposal/events'
import type { Facts } from '~/domain/proposal/facts'
import { guardsFor } from '~/domain/proposal/refusal'
import { isStaff } from '~/domain/people/viewer'
import { ruleOf } from '~/domain/proposal/events'
import { guardOf } from '~/domain/proposal/guards'
import { isSettledRequest } from '~/domain/co-handling/request-states'
import { isAnsweredElsewhere } from '~/domain/taking-over/answered-elsewhere'
import { paths } from '~/http/paths'
import type { Refusal } from '~/domain/refusals'

export type Missing = Refusal & { stamp: string; href?: string | undefined; action?: string | undefined }

type Stamp = {
  stamp: (f: Facts) => string
  /** The stamp once it is there; some are not worth one. */
  met?: string
  to?: (number: string) => string
  action?: string
}

const draft = { to: (n: string) => paths.draft(n), action: '去拟稿' }
const requests = { to: (n: string) => paths.tab(n, 'co-handling'), action: '去看会办' }
const receipts = { to: (n: string) => paths.tab(n, 'receipts'), action: '去看回执' }

/** What each guard asks for, and where it is settled. */
const stamps: Record<string, Stamp> = {
  ASKS_COVERED: { stamp: () => '诉求未拆分', met: '诉求已拆分', to: (n) => paths.act(n, 'asks'), action: '拆分诉求' },
  CONTACT_LOGGED: { stamp: () => '未沟通', met: '已沟通', to: (n) => paths.act(n, 'contacts/new'), action: '登记沟通' },
  CO_OPINIONS_SETTLED: { stamp: (f) => `协办未会签 ${settledOf(f)}`, met: '会办已了结', ...requests },
  DISPUTES_RESOLVED: { stamp: () => '会办有分歧', ...requests },
  OUTCOME_CLASS: { stamp: () => '结果未定', met: '结果已定', ...draft },
  COMMITMENTS_OK: { stamp: () => '承诺未登记', to: (n) => paths.act(n, 'commitments/new'), action: '登记承诺' },
  FIELDS_FILLED: { stamp: () => '复函未拟', met: '复函已拟', ...draft },
  FOREIGN_SIGN_OFF_CLAIM: { stamp: () => '审签语有误', ...draft },
  OPENNESS_PROPOSED: { stamp: () => '公开意见未拟', met: '公开意见已拟', ...draft },
  LEAD_UNIT_SET: { stamp: () => '无主办单位' },
  HOLDERS_PRESENT: { stamp: () => '审签无人' },
  LIAISON_KNOWN: { stamp: () => '代表联系组未登记', to: (n) => paths.act(n, 'sponsors/record'), action: '登记提出人情况' },
  NOT_BUILT: { stamp: () => '并案未分开' },
  RECEIPTS_FINAL: { stamp: () => '代表未评价', met: '回执已收齐', ...receipts },
  NO_OPEN_DISSATISFACTION: { stamp: () => '不满意', ...receipts },
  PUBLICATION_DECIDED: { stamp: () => '公开未定', met: '公开已定', to: (n) => paths.tab(n, 'publication'), action: '去看公开意见' },
  COMMITMENTS_REGISTERED: { stamp: () => '承诺未确认', met: '承诺已确认', to: (n) => paths.tab(n, 'commitments'), action: '去看承诺' },
  NO_OPEN_REQUEST: { stamp: (f) => `会办未了结 ${settledOf(f)}`, met: '会办已了结', ...requests },
} // prettier-ignore

function settledOf(f: Facts): string {
  const own = f.requests.filter((r) => r.round === f.proposal.round)
  return `${own.filter((r) => isSettledRequest(r.state)).length}/${own.length}`
}

/** The next thing everybody works towards: clearance while handling, closing once answered. */
function nextGoal(f: Facts): EventName | null {
  if (f.proposal.state === 'handling' && (!f.reply || f.reply.state === 'drafting'))
    return 'submit_for_clearance'
  return f.proposal.state === 'replied' ? 'close' : null
}

/** What the next goal still lacks and what it has, asked of the same guards as the command, whoever is looking. */
export function whatIsMissing(f: Facts): { goal: string; missing: Missing[]; met: string[] } {
  const goal = isStaff(f.viewer) ? nextGoal(f) : null
  if (!goal) return { goal: '', missing: [], met: [] }
  const answers = guardsFor(ruleOf(goal), f).flatMap((name) => {
    const guard = guardOf(name)
    return typeof guard === 'function' ? [{ name, refusal: guard(f) }] : []
  })
  return {
    goal: goal === 'close' ? '办结' : '送审',
    missing: answers.flatMap(({ refusal }) => (refusal ? [missingOf(refusal, f)] : [])),
    // Where another system answered, nothing of ours is in: it is not waited for.
    met: isAnsweredElsewhere(f)
      ? []
      : answers.flatMap(({ name, refusal }) => (refusal ? [] : (stamps[name]?.met ?? []))),
  }
}

function missingOf(refusal: Refusal, f: Facts): Missing {
  const known = stamps[refusal.code]
  return {
    ...refusal,
    stamp: known?.stamp(f) ?? refusal.message,
    href: known?.to?.(f.proposal.registerNo),
    action: known?.action,
  }
}
