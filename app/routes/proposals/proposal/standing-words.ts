import type { Facts } from '~/domain/proposal/facts'
import { isOpenProposal } from '~/domain/proposal/states'
import { answeredBy } from '~/domain/sponsors/answered'
import { salutationFor } from '~/domain/sponsors/salutation-for'

type Particulars = {
  leads: readonly { name: string }[]
  supervisor: string
  ledBy: string
  motionDecision: string
}

/** What a proposal is besides its state, in the words of its head. */
export const standingWords = {
  /** 与市教委共同主办 · 某副主任领衔督办 · 议案转建议 */
  particulars: ({ leads, supervisor, ledBy, motionDecision }: Particulars): string[] => [
    ...(leads.length > 0 ? [`与${leads.map((l) => l.name).join('、')}共同主办`] : []),
    ...(supervisor ? [`${supervisor}领衔督办`] : []),
    ...(ledBy ? [`${ledBy}领办`] : []),
    ...(motionDecision ? ['议案转建议'] : []),
  ],
  /** Why it ended before an answer, or that 退办 was refused. */
  ended: (
    { proposal, objection }: Pick<Facts, 'proposal' | 'objection'>,
    withdrawal: { letter: string; letterOn: string } | null,
  ): string | null => {
    if (withdrawal) return `代表委员撤回，来函：${withdrawal.letter}（${withdrawal.letterOn}）。`
    if (objection?.state === 'upheld')
      return `已改由${objection.proposedUnit}办理，依据：${objection.decisionDocument}。`
    return objection?.state === 'rejected' && isOpenProposal(proposal.state)
      ? `交办机关不同意退办：${objection.answer}`
      : null
  },
  /** Whom the reply goes to, at most three by name. */
  answered: (f: Pick<Facts, 'profile' | 'proposal' | 'sponsors'>): string | null => {
    if (['withdrawn', 'transferred', 'voided'].includes(f.proposal.state)) return null
    if (f.proposal.handlingRole === 'assist') return '主办单位'
    const to = answeredBy(f).filter((a) => a.by === 'letter')
    const names = to.slice(0, 3).map((a) => salutationFor(f, a).replace(/：$/, ''))
    return to.length > 3 ? `${names.join('、')}等 ${to.length} 份` : names.join('、')
  },
}
