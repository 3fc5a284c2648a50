import { isStaff } from '~/domain/people/viewer'
import type { Facts, ReplyFacts } from '~/domain/proposal/facts'
import { namesOf } from '~/domain/proposal/who-can-help'

/** Who has the proposal now and what for, in a sentence, so that nobody without a button has to ask; null at its end. */
export function whoseTurn(f: Facts): string | null {
  switch (f.proposal.state) {
    case 'registered':
      return `现在由${namesOf('registrar', f)}核对登记。`
    case 'triage':
      return `现在由${namesOf('coordinator', f)}研判分办。`
    case 'assigned':
      return `现在由${namesOf('division_head', f)}签收。`
    case 'handling':
      return isStaff(f.viewer) ? whileHandling(f, f.reply) : '现在由承办处室办理。'
    case 'replied':
      return f.receipts.some((r) => r.state === 'awaiting')
        ? '现在等代表委员的回执。'
        : `现在由${namesOf('coordinator', f)}办结。`
    case 'closed':
      return `现在由${namesOf('archivist', f)}归档。`
    default:
      return null
  }
}

function whileHandling(f: Facts, reply: ReplyFacts | null): string {
  if (reply?.state === 'signed') return `现在由${namesOf('seal_clerk', f)}编号印发。`
  if (reply?.state !== 'clearance') return `现在由${namesOf('handler', f)}办理拟稿。`
  const open = reply.steps.filter((s) => s.state === 'open')
  if (open.length === 0) return `现在由${namesOf(f.profile.signerRole, f)}签发。`
  return `现在由${open.map((s) => namesOf(s.role, f)).join('、')}审核。`
}
