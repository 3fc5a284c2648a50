import { and, desc, eq, lt } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { clearanceStep, revision } from '~/db/schema/reply'
import { richDoc, plainTextOfDoc } from '../drafting/rich-text'
import type { Viewer } from '../people/viewer'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { readProposal, type Moment, type ProposalRead } from '../proposal/read-proposal.server'
import { NotFound } from '../refusals'
import { composeLetter } from '../reply/compose-letter'

/** The text of the submission before this one; null on the first. */
export async function readEarlierText(viewer: Viewer, { facts }: ProposalRead): Promise<string | null> {
  const reply = facts.reply
  const cycle = reply?.steps[0]?.cycle ?? 1
  if (!reply || cycle < 2) return null
  return await asViewer(viewer, async (tx) => {
    const [earlier] = await tx
      .select({ hash: clearanceStep.hash })
      .from(clearanceStep)
      .where(and(eq(clearanceStep.replyId, reply.id), lt(clearanceStep.cycle, cycle)))
      .orderBy(desc(clearanceStep.cycle))
      .limit(1)
    if (!earlier) return null
    const [row] = await tx
      .select({ content: revision.content })
      .from(revision)
      .where(and(eq(revision.replyId, reply.id), eq(revision.hash, earlier.hash)))
      .limit(1)
    return row ? plainTextOfDoc(richDoc.parse(JSON.parse(row.content))) : null
  })
}

/** The letter as it would be issued now: the number comes with the issue, the sign-off with the signature. */
export function previewLetter({ facts }: ProposalRead) {
  const { reply } = facts
  if (!reply) throw new NotFound('reply')
  const shown = reply.frozen ?? reply.revision
  return composeLetter({
    f: facts,
    revision: shown,
    signature: reply.signature,
    docNo: null,
    salutation: shown.fields.salutation,
    isSealed: true,
  })
}

/** The exact .docx a reviewer opens before deciding. @throws NotFound when there is no draft for this viewer */
export async function renderPreview(viewer: Viewer, registerNo: string, moment: Moment): Promise<Uint8Array> {
  return await renderReplyLetter(previewLetter(await readProposal(viewer, registerNo, moment)))
}
