import type { Calendar } from '~/domain/deadlines/calendar'
import type { Role } from '~/domain/people/kinds'
import { isStaff } from '~/domain/people/viewer'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { shortInstant } from '~/ui/dates'
import { roleWords } from '~/ui/words'
import { daysTaken } from './days-taken'

/** Every submission's steps with who decided and when, the remarks, the revisions. */
export function clearancePage(read: ProposalRead, now: Date) {
  const { facts, people } = read
  const nameOf = (id: string | null) => people.find((p) => p.id === id)?.name ?? ''
  const holders = (role: string, divisionId: string | null) =>
    facts.holders
      .filter((h) => h.role === role && (divisionId === null || h.divisionId === divisionId))
      .map((h) => h.name)
  const signature = facts.reply?.signature
  return {
    number: facts.proposal.registerNo,
    mayRead: isStaff(facts.viewer),
    reply: facts.reply ? { state: facts.reply.state, revisionN: facts.reply.revisionN } : null,
    steps: [
      ...read.allSteps.map((s) => ({
        id: s.id,
        cycle: s.cycle,
        label: roleWords[s.role as Role],
        who: s.decidedBy ? nameOf(s.decidedBy) : holders(s.role, s.divisionId).join('、'),
        state: s.state,
        note: s.note,
        at: s.decidedAt?.toISOString() ?? null,
        took: tookOf(s, now, facts.calendar),
      })),
      ...(signature
        ? [
            {
              id: signature.id,
              cycle: Math.max(0, ...read.allSteps.map((s) => s.cycle)),
              label: '签发',
              who: `${signature.signerName}${signature.signerTitle}`,
              state: 'approved' as const,
              note: `成文日期 ${signature.letterDate}`,
              at: signature.signedAt.toISOString(),
              took: '',
            },
          ]
        : []),
    ],
    remarks: read.remarks.map(({ id, quote, text, revisionN, who, madeAt }) => ({
      id,
      quote,
      text,
      revisionN,
      who,
      madeAt: madeAt.toISOString(),
    })),
    revisions: read.revisions.map((r) => ({ ...r, savedAt: r.savedAt.toISOString() })),
  }
}

type Step = ProposalRead['allSteps'][number]

/** How long a step took, or since when it waits. */
function tookOf({ state, openedAt, decidedAt }: Step, now: Date, calendar: Calendar): string {
  if (!openedAt) return ''
  if (decidedAt) return `用时 ${daysTaken(openedAt, decidedAt, calendar)}`
  if (state !== 'open') return ''
  const taken = daysTaken(openedAt, now, calendar)
  return `${shortInstant(openedAt)} 起${taken === '当天' ? '' : `，已 ${taken}`}`
}
