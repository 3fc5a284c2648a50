import type { Role } from '~/domain/people/kinds'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { roleWords } from '~/ui/words'

/** Every submission's steps with who decided and when, the remarks, the revisions. */
export function clearancePage(read: ProposalRead) {
  const { facts, people } = read
  const nameOf = (id: string | null) => people.find((p) => p.id === id)?.name ?? ''
  const holders = (role: string, divisionId: string | null) =>
    facts.holders
      .filter((h) => h.role === role && (divisionId === null || h.divisionId === divisionId))
      .map((h) => h.name)
  const signature = facts.reply?.signature
  return {
    number: facts.proposal.registerNo,
    reply: facts.reply ? { state: facts.reply.state, revisionN: facts.reply.revisionN } : null,
    steps: [
      ...read.allSteps.map((s) => ({
        id: s.id,
        cycle: s.cycle,
        label: roleWords[s.role as Role],
        who: s.decidedBy ? nameOf(s.decidedBy) : holders(s.role, s.divisionId).join('、'),
        state: s.state,
        note: s.note,
        at: (s.decidedAt ?? s.openedAt)?.toISOString() ?? null,
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
            },
          ]
        : []),
    ],
    remarks: read.remarks.map(({ id, quote, text, revisionN, who }) => ({ id, quote, text, revisionN, who })),
    revisions: read.revisions.map((r) => ({ ...r, savedAt: r.savedAt.toISOString() })),
  }
}
