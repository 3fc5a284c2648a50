import type { Case, SimilarCase } from '~/domain/triage/find-similar.server'
import { handlingRoleWords } from '~/domain/proposal/words'
import { outcomeWords, proposalStateWords } from '~/ui/words'

/** 2024 年市政协七届二次会议，段长风提，成果处某某主办 */
export function whenceWords(c: Case): string {
  const by = c.sponsors.length > 2 ? `${c.sponsors[0]}等 ${c.sponsors.length} 人` : c.sponsors.join('、')
  const handled = [c.division ? `${c.division}${c.handler ? ` ${c.handler}` : ''}` : '', c.handlingRole ? handlingRoleWords[c.handlingRole] : ''] // prettier-ignore
  return [`${c.year} 年${c.meeting}`, by ? `${by}提出` : '', handled.join('')].filter(Boolean).join('，')
}

/** 已办结，采纳，云科局函〔2024〕12号 */
export const endWords = (c: Case): string =>
  [proposalStateWords[c.state], c.outcome ? outcomeWords[c.outcome] : '', c.docNo ?? '']
    .filter(Boolean)
    .join('，')

/** Why it is shown: 都提到“科技特派员”；正文八成相同；同一提出人 */
export function whyWords({ likeness }: SimilarCase): string {
  const { shared, copied, hasSameSponsor, hasSameNumber } = likeness
  return [
    shared.length > 0 ? `都提到${shared.map((word) => `“${word}”`).join('')}` : '',
    copied >= 0.12 ? `正文约 ${Math.round(copied * 10) * 10}% 相同` : '',
    hasSameSponsor ? '同一提出人' : '',
    hasSameNumber ? '编号相同' : '',
  ]
    .filter(Boolean)
    .join('；')
}
