import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import { shippedCalendar } from '~/domain/deadlines/shipped-calendar'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import type { Role } from '~/domain/people/kinds'
import type { Membership, Viewer } from '~/domain/people/viewer'
import type { Facts, ProposalFacts, ReplyFacts, StepFacts } from '~/domain/proposal/facts'
import type { GroupFacts, ObjectionFacts, SponsorFacts } from '~/domain/proposal/facts-beside'

export const divisionId = '00000000-0000-4000-8000-0000000000d1'
export const unitId = '00000000-0000-4000-8000-0000000000a1'
export const now = new Date('2026-05-20T02:00:00Z')

export const userIdOf = (name: string) =>
  `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').slice(0, 12).padStart(12, '0')}`

/** A person with one role, in the lead division or the asked unit where the role needs one. */
export function person(role: Role, name: string = role): Viewer {
  const inDivision = role === 'division_head' || role === 'handler'
  const membership: Membership = {
    role,
    divisionId: inDivision ? divisionId : null,
    unitId: role === 'co_handler' ? unitId : null,
  }
  return {
    bureauId: 'b',
    userId: userIdOf(name),
    delegateId: null,
    letterId: null,
    name,
    memberships: [membership],
  }
}

export const delegateViewer: Viewer = {
  bureauId: 'b', userId: null, delegateId: 'delegate', letterId: 'letter', name: '委员', memberships: [],
} // prettier-ignore

const proposal: ProposalFacts = {
  id: 'p', bureauId: 'b', registerNo: '2026-0001', track: 'cppcc', meetingId: 'm', sessionKind: 'plenary', officialNo: '0098',
  subject: '案由', text: '正文', sourceHash: 'a'.repeat(64), sponsorKind: 'individual', assigningUnitId: null,
  receivedOn: '2026-03-02', assignedOn: '2026-03-02', handlingRole: 'lead', leadUnitId: null, priority: 'normal', isWide: false,
  profileId: statutoryDefault.id, profileVersion: statutoryDefault.version, state: 'handling', round: 1, divisionId,
  handlerId: userIdOf('handler'), returns: 0, isForced: false, retentionYears: null, version: 3, sequence: 5,
  headHash: '0'.repeat(64), registeredAt: now,
} // prettier-ignore

const revision: ReplyFacts['revision'] = {
  n: 2, doc: docFromPlainText('一、情况\n已经办理。'), outcome: 'adopted', openness: 'proactive', opennessGround: '', hash: 'h2',
  fields: { title: '复函', salutation: '某委员：', contact: '', cc: ['市政府办公厅'], attachments: [], printsOutcome: true, hasNoCc: false },
  authorId: userIdOf('handler'), savedAt: now,
} // prettier-ignore

export const step = (over: Partial<StepFacts> = {}): StepFacts => ({
  id: 's1', cycle: 1, rank: 0, role: 'division_head', divisionId, state: 'open', hash: 'h2', openedAt: now, decidedBy: null,
  decidedAt: null, note: null, ...over,
}) // prettier-ignore

export const replyFacts = (over: Partial<ReplyFacts> = {}): ReplyFacts => ({
  id: 'r', kind: 'reply', round: 1, state: 'drafting', drafterId: userIdOf('handler'), revisionN: 2, frozenN: null, frozenHash: null,
  submittedAt: null, signedAt: null, issuedAt: null, revision, frozen: null, steps: [], frozenContentHash: null, signature: null, ...over,
}) // prettier-ignore

export const sponsorFacts = (over: Partial<SponsorFacts> = {}): SponsorFacts => ({
  id: 'delegate', name: '段长风', isOrganisation: false, organisationKind: null, liaisonGroup: '', consents: [], ...over,
}) // prettier-ignore

export const objectionFacts = (over: Partial<ObjectionFacts> = {}): ObjectionFacts => ({
  id: 'o', state: 'raised', reason: '不属本局职责', proposedUnit: '市卫生健康委', windowEndsOn: '2026-03-16', derivation: '{}', isLate: false,
  raisedAt: now, answer: null, decisionDocument: null, settledAt: null, ...over,
}) // prettier-ignore

const merged = (id: string, officialNo: string) => ({
  id,
  registerNo: `2026-${officialNo}`,
  officialNo,
  subject: '案由',
})

/** A group of two: the proposal of these facts, and another. */
export const groupFacts = (over: Partial<GroupFacts> = {}): GroupFacts => ({
  id: 'g', leading: merged('p', '0098'), members: [merged('p', '0098'), merged('p2', '0099')], isLeading: true, isCarried: false, ...over,
}) // prettier-ignore

export const everyHolder: Facts['holders'] = (
  ['registrar', 'coordinator', 'division_head', 'handler', 'office_reviewer', 'secrecy_reviewer', 'openness_reviewer', 'deputy', 'director', 'seal_clerk'] as const
).map((role) => ({
  role, userId: userIdOf(role), name: `某${role}`, title: '', divisionId: role === 'division_head' || role === 'handler' ? divisionId : null,
})) // prettier-ignore

type Over = Partial<Omit<Facts, 'proposal'>> & { proposal?: Partial<ProposalFacts> }

/** Facts of a proposal in handling that is ready for clearance; overrides say what a test is about. */
export const facts = (viewer: Viewer, { proposal: over, ...rest }: Over = {}): Facts => ({
  viewer, now, realNow: now, reauthenticatedAt: now, profile: statutoryDefault, calendar: shippedCalendar(),
  bureau: { id: 'b', name: '云汀市科学技术局', shortName: '市科技局', region: '市', letterCode: '云科局函', opinionCode: '云科局提函' },
  proposal: { ...proposal, ...over }, sponsorIds: ['delegate'], sponsors: [sponsorFacts()], group: null, objection: null, takenOver: null, additionalUnits: [], unconfirmedFields: 0, asks: [{ n: 1, text: '诉求' }],
  contacts: [{ phase: 'during', channel: 'phone', heldOn: '2026-03-18' }],
  requests: [], request: null, reply: replyFacts(), signedRounds: [],
  deadlines: [{ id: 'd', kind: 'reply', round: 1, unit: 'month', startOn: '2026-03-02', dueOn: '2026-06-02', isProvisional: false, metOn: null, derivation: '{}' }],
  pauses: [], extensions: [],
  receipts: [], publication: null, commitments: [], areCommitmentsReviewed: false, issuedLetters: 0, holders: everyHolder, input: {}, ...rest,
}) // prettier-ignore
