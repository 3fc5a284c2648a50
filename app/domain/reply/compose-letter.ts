import { shanghaiDay } from '../deadlines/day'
import { outcomeMark } from '../deadlines/outcome-mark'
import { fill } from '../deadlines/pattern'
import type { RuleProfile } from '../deadlines/rule-profile'
import { bodyParagraphs } from '../drafting/rich-text'
import { signOffPlaceholder } from '../drafting/sign-off-sentence'
import type { Facts, RevisionFacts, SignatureFacts } from '../proposal/facts'
import type { Track } from '../proposal/words-of-the-trade'
import { statutoryDefault } from '../deadlines/profiles/statutory-default'
import type { LetterContent } from './letter-content'

/** “{code}〔{year}〕{seq}号”, without 第 and without leading zeros (GB/T 9704-2012 7.2.5). */
export const documentNumber = (profile: RuleProfile, code: string, year: number, seq: number) =>
  fill(profile.wording.docNumber, { code, year, seq })

/** 某某委员： · 某某代表： · 某组织： */
export function salutationOf(
  track: Track,
  isOrganisation: boolean,
  name: string,
  profile: RuleProfile = statutoryDefault,
) {
  const { salutation, honorific } = profile.wording
  return isOrganisation
    ? fill(salutation.organisation, { name })
    : fill(salutation.individual, { name, honorific: honorific[track] })
}

/** The sentence the signature fills in, without its full stop; the placeholder while nobody has signed. */
export function signOffOf(
  f: Pick<Facts, 'profile' | 'bureau' | 'proposal'>,
  signature: SignatureFacts | null,
): string {
  if (!signature) return signOffPlaceholder
  return fill(f.profile.wording.signOff[f.proposal.track], {
    bureauShort: f.bureau.shortName,
    signerName: signature.signerName,
    signerTitle: signature.signerTitle,
  })
}

type Composition = {
  f: Pick<Facts, 'profile' | 'bureau' | 'proposal' | 'now'>
  revision: RevisionFacts
  signature: SignatureFacts | null
  docNo: string | null
  salutation: string
  isSealed: boolean
}

/** What the letter says, from the revision, the signature and the number; how it looks is documents/reply-letter. */
export function composeLetter({
  f,
  revision,
  signature,
  docNo,
  salutation,
  isSealed,
}: Composition): LetterContent {
  const { fields } = revision
  const isOpinion = f.proposal.handlingRole === 'assist'
  return {
    layout: f.profile.layout,
    issuer: f.bureau.name,
    docNo,
    title: fields.title,
    outcomeMark:
      revision.outcome && fields.printsOutcome && !isOpinion
        ? outcomeMark(f.profile, revision.outcome)
        : null,
    openness: null,
    salutation,
    body: bodyParagraphs(revision.doc, signOffOf(f, signature)),
    attachments: fields.attachments,
    signatory: f.bureau.name,
    date: signature?.letterDate ?? shanghaiDay(f.now),
    sealed: isSealed,
    contact: fields.contact || null,
    cc: fields.cc,
    printed: null,
  }
}
