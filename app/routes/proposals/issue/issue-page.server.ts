import { previewLetter } from '~/domain/clearance/read-approval.server'
import { yearOf, shanghaiDay } from '~/domain/deadlines/day'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { documentNumber } from '~/domain/reply/compose-letter'
import { seriesOf } from '~/domain/reply/issue-letter.server'
import { readNextNumber } from '~/domain/reply/read-next-number.server'
import { NotFound } from '~/domain/refusals'
import { hasRole } from '~/domain/people/viewer'
import { answeredBy } from '~/domain/sponsors/answered'
import type { UserVisit } from '~/http/for-user.server'
import { dateWords, instantWords } from '~/ui/dates'
import { proposalOf } from '../proposal-of.server'

/** What the seal clerk sees before and after the issue. @throws NotFound where there is no reply for this viewer */
export async function issuePage(visit: UserVisit) {
  const read = await proposalOf(visit)
  const { facts } = read
  const { reply, proposal: p } = facts
  if (!reply) throw new NotFound('reply')
  const { purpose, code } = seriesOf(facts)
  const year = yearOf(shanghaiDay(visit.now))
  const next = await readNextNumber(visit.viewer, { purpose, year, code })
  const docNos = ownNumbers(read).map((i) => documentNumber(facts.profile, next.code, year, next.next + i))
  const isIssued = reply.state === 'issued'
  return {
    number: p.registerNo,
    officialNo: p.officialNo,
    track: p.track,
    subject: p.subject,
    version: p.version,
    state: reply.state,
    reasons: reasonsAgainst('issue', facts),
    docNos,
    maySetNumber: hasRole(visit.viewer, 'seal_clerk'),
    addressees: answeredByLetter(facts).map((to) => to.through || to.name),
    isObjected: facts.objection?.state === 'raised',
    leadUnit: read.units.find((u) => u.id === p.leadUnitId)?.fullName ?? null,
    cc: (reply.frozen ?? reply.revision).fields.cc,
    signed: reply.signature
      ? {
          who: `${reply.signature.signerName}${reply.signature.signerTitle}`,
          date: dateWords(reply.signature.letterDate),
          at: instantWords(reply.signature.signedAt),
          n: (reply.frozen ?? reply.revision).n,
          hash: reply.signature.hash.slice(0, 16),
        }
      : null,
    letter:
      isIssued && read.letters[0]
        ? read.letters[0].content
        : {
            ...previewLetter(read),
            docNo: reply.signature ? (docNos[0] ?? null) : null,
            date: reply.signature?.letterDate ?? null,
          },
    letters: read.letters.map((l) => ({
      id: l.id,
      docNo: l.docNo,
      receiptId: facts.receipts.find((r) => r.letterId === l.id && r.state === 'awaiting')?.id ?? null,
      addressee:
        read.sponsors.find((s) => s.delegateId === l.delegateId)?.name ??
        read.units.find((u) => u.id === l.unitId)?.fullName ??
        '',
    })),
    mayLink: reasonsAgainst('make_receipt_link', facts).length === 0,
  }
}

/** One number for each letter, counted from the next: each sponsor is answered; an opinion goes to the lead unit alone. */
const ownNumbers = ({ facts }: ProposalRead) =>
  facts.reply?.kind === 'opinion' ? [0] : answeredByLetter(facts).map((_, i) => i)

const answeredByLetter = (facts: ProposalRead['facts']) =>
  answeredBy(facts).filter((to) => to.by === 'letter')
