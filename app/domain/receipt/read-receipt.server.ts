import { and, asc, eq, ne } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { commitment, receipt } from '~/db/schema/after-the-letter'
import { bureau, delegate, meeting } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import type { Viewer } from '../people/viewer'
import { NotFound } from '../refusals'

/**
 * What the holder of a receipt link reads: his letter, the confirmed promises in it, and his receipt. Nothing of drafts
 * or others. @throws NotFound when the receipt is not of this viewer's letter
 */
export async function readReceipt(viewer: Viewer, receiptId: string) {
  return await asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        receipt, delegateName: delegate.name, bureauName: bureau.name, isDemo: bureau.isDemo,
        letter: { id: letter.id, replyId: letter.replyId, docNo: letter.docNo, content: letter.content, letterDate: letter.letterDate },
        proposal: { id: proposal.id, track: proposal.track, officialNo: proposal.officialNo, subject: proposal.subject, version: proposal.version },
        meeting: { region: meeting.region, term: meeting.term, session: meeting.session },
      })
      .from(receipt)
      .innerJoin(letter, eq(letter.id, receipt.letterId))
      .innerJoin(delegate, eq(delegate.id, receipt.delegateId))
      .innerJoin(proposal, eq(proposal.id, receipt.proposalId))
      .innerJoin(meeting, eq(meeting.id, proposal.meetingId))
      .innerJoin(bureau, eq(bureau.id, receipt.bureauId))
      .where(eq(receipt.id, receiptId)) // prettier-ignore
    if (!row) throw new NotFound('receipt')
    // Until the division head has confirmed them they are the bureau's own notes.
    const promises = await tx
      .select({
        n: commitment.n,
        sentence: commitment.sentence,
        dueOn: commitment.dueOn,
        measure: commitment.measure,
        state: commitment.state,
      })
      .from(commitment)
      .where(and(eq(commitment.replyId, row.letter.replyId), ne(commitment.state, 'proposed')))
      .orderBy(asc(commitment.n))
    return { ...row, promises }
  })
}
