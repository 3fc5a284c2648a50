import type { EventName } from '~/domain/proposal/events'
import type { Facts } from '~/domain/proposal/facts'
import { guardsFor } from '~/domain/proposal/refusal'
import { isStaff } from '~/domain/people/viewer'
import { ruleOf } from '~/domain/proposal/events'
import { guardOf } from '~/domain/proposal/guards'
import { isSettledRequest } from '~/domain/co-handling/request-states'
import { paths } from '~/http/paths'
import type { Refusal } from '~/domain/refusals'

export type Missing = Refusal & { stamp: string; href?: string | undefined }

/** The stamp of a missing thing, and where it is settled. */
const stamps: Record<string, { stamp: (f: Facts) => string; to?: (number: string) => string }> = {
  ASKS_COVERED: { stamp: () => '诉求未拆分', to: (n) => paths.act(n, 'asks') },
  CONTACT_LOGGED: { stamp: () => '未沟通', to: (n) => paths.act(n, 'contacts/new') },
  CO_OPINIONS_SETTLED: { stamp: (f) => `协办未会签 ${settledOf(f)}`, to: (n) => paths.tab(n, 'co-handling') },
  DISPUTES_RESOLVED: { stamp: () => '会办有分歧', to: (n) => paths.tab(n, 'co-handling') },
  OUTCOME_CLASS: { stamp: () => '结果未定', to: (n) => paths.draft(n) },
  COMMITMENTS_OK: { stamp: () => '承诺未登记', to: (n) => paths.act(n, 'commitments/new') },
  FIELDS_FILLED: { stamp: () => '复函未拟', to: (n) => paths.draft(n) },
  FOREIGN_SIGN_OFF_CLAIM: { stamp: () => '审签语有误', to: (n) => paths.draft(n) },
  OPENNESS_PROPOSED: { stamp: () => '公开意见未拟', to: (n) => paths.draft(n) },
  LEAD_UNIT_SET: { stamp: () => '无主办单位' },
  HOLDERS_PRESENT: { stamp: () => '审签无人' },
  RECEIPTS_FINAL: { stamp: () => '代表未评价', to: (n) => paths.tab(n, 'receipts') },
  NO_OPEN_DISSATISFACTION: { stamp: () => '不满意', to: (n) => paths.tab(n, 'receipts') },
  PUBLICATION_DECIDED: { stamp: () => '公开未定', to: (n) => paths.tab(n, 'publication') },
  COMMITMENTS_REGISTERED: { stamp: () => '承诺未确认', to: (n) => paths.tab(n, 'commitments') },
  NO_OPEN_REQUEST: { stamp: (f) => `会办未了结 ${settledOf(f)}`, to: (n) => paths.tab(n, 'co-handling') },
}

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

/** What is still missing for the next goal, asked of the same guards as the command, whoever is looking. */
export function whatIsMissing(f: Facts): { goal: string; missing: Missing[] } {
  const goal = isStaff(f.viewer) ? nextGoal(f) : null
  if (!goal) return { goal: '', missing: [] }
  const refusals = guardsFor(ruleOf(goal), f).flatMap((name) => {
    const guard = guardOf(name)
    return typeof guard === 'function' ? (guard(f) ?? []) : []
  })
  const number = f.proposal.registerNo
  return {
    goal: goal === 'close' ? '办结' : '送审',
    missing: refusals.map((r) => ({
      ...r,
      stamp: stamps[r.code]?.stamp(f) ?? r.message,
      href: stamps[r.code]?.to?.(number),
    })),
  }
}
