import { randomUUID } from 'node:crypto'
import { revision } from '~/db/schema/reply'
import type { Tx } from '~/db/client.server'
import { canonicalJson } from '../log/canonical'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import type { Openness, Outcome } from '../proposal/words-of-the-trade'
import { changesSince } from '../proposal/changes-since.server'
import { Conflict, Invalid } from '../refusals'
import { contentHash } from '../reply/content-hash.server'
import type { LetterFields } from '../reply/letter-fields'
import { parseRichDoc, type RichDoc } from './rich-text'

export type Draft = {
  doc: RichDoc
  fields: LetterFields
  outcome: Outcome | null
  openness: Openness | null
  opennessGround: string
}

export type RevisionPlace = { replyId: string; n: number }

/** Writes one immutable revision and returns its hash. */
export async function writeRevision(
  tx: Tx,
  command: Command,
  f: Facts,
  place: RevisionPlace,
  draft: Draft,
): Promise<string> {
  const hash = contentHash({ ...draft, signerRole: f.profile.signerRole })
  await tx.insert(revision).values({
    id: randomUUID(), proposalId: f.proposal.id, bureauId: f.proposal.bureauId, ...place, hash,
    content: canonicalJson(draft.doc), fields: draft.fields, outcome: draft.outcome, openness: draft.openness,
    opennessGround: draft.opennessGround, authorId: command.viewer.userId ?? '', savedAt: command.now,
  }) // prettier-ignore
  return hash
}

/**
 * Saves the draft as the next revision. `basedOn` is the revision the writer had before him.
 * @throws Invalid for a document the schema does not know · Conflict when a newer revision was saved meanwhile
 */
export const saveDraft = (command: Command, target: Target, input: { draft: Draft; basedOn: number }) =>
  move(command, 'save_draft', target, input, async (tx, f) => {
    const parsed = parseRichDoc(input.draft.doc)
    if ('problem' in parsed) throw new Invalid([{ field: 'content', message: parsed.problem }])
    const current = f.reply?.revisionN ?? 0
    if (input.basedOn !== current)
      throw new Conflict(
        `有人已保存第 ${current} 稿，您的这一稿没有覆盖它。`,
        await changesSince(tx, f.proposal.id, null),
      )
    const n = current + 1
    const hash = await writeRevision(
      tx,
      command,
      f,
      { replyId: f.reply?.id ?? '', n },
      { ...input.draft, doc: parsed.doc },
    )
    return {
      result: { n },
      details: { n, hash },
      replyChanges: { revisionN: n, drafterId: command.viewer.userId ?? '' },
    }
  })
