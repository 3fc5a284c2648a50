import { canonicalDoc, type RichDoc } from '../drafting/rich-text'
import { canonicalJson } from '../log/canonical'
import { sha256 } from '../log/hashes.server'
import type { Role } from '../people/kinds'
import type { Openness, Outcome } from '../proposal/words-of-the-trade'
import type { LetterFields } from './letter-fields'

/** Changes whenever the code that lays out the letter changes what it says: approvals belong to it too. */
export const templateVersion = 'reply-letter/1'

/** The hash approvals and the signature belong to: revision, letter fields, template version and signer slot. */
export function contentHash(content: {
  doc: RichDoc
  fields: LetterFields
  outcome: Outcome | null
  openness: Openness | null
  opennessGround: string
  signerRole: Role
}): string {
  const { doc, fields, outcome, openness, opennessGround, signerRole } = content
  return sha256(
    canonicalJson({
      doc: canonicalDoc(doc),
      fields,
      outcome,
      openness,
      opennessGround,
      signerRole,
      templateVersion,
    }),
  )
}
