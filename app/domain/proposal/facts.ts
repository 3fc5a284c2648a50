import type { StepState } from '../clearance/states'
import type { CommitmentState } from '../commitments/states'
import type { RequestState } from '../co-handling/request-states'
import type { DeadlineUnit } from '../deadlines/deadline-words'
import type { RoundPause } from '../deadlines/pauses'
import type { Rules } from '../deadlines/rulebook'
import type { RichDoc } from '../drafting/rich-text'
import type { Role } from '../people/kinds'
import type { Viewer } from '../people/viewer'
import type { PublicationState } from '../publication/states'
import type { ReceiptState } from '../receipt/states'
import type { LetterFields } from '../reply/letter-fields'
import type { ReplyState } from '../reply/states'
import type {
  AdditionalUnitFacts,
  GroupFacts,
  ObjectionFacts,
  SponsorFacts,
  TakenOverFacts,
} from './facts-beside'
import type { LoggedContact } from './contacting'
import type { ProposalState } from './states'
import type {
  HandlingRole, Openness, Outcome, Priority, PublicationMode, Rating, ReplyKind, SessionKind, SponsorKind, Track,
} from './words-of-the-trade' // prettier-ignore

export type ProposalFacts = {
  id: string
  bureauId: string
  registerNo: string
  track: Track
  meetingId: string
  sessionKind: SessionKind
  officialNo: string
  subject: string
  text: string
  sourceHash: string
  sponsorKind: SponsorKind
  assigningUnitId: string | null
  receivedOn: string
  assignedOn: string
  handlingRole: HandlingRole | null
  leadUnitId: string | null
  priority: Priority
  isWide: boolean
  profileId: string
  profileVersion: number
  state: ProposalState
  round: number
  divisionId: string | null
  handlerId: string | null
  returns: number
  isForced: boolean
  retentionYears: number | null
  version: number
  sequence: number
  headHash: string
  registeredAt: Date
}

export type RevisionFacts = {
  n: number
  doc: RichDoc
  fields: LetterFields
  outcome: Outcome | null
  openness: Openness | null
  opennessGround: string
  hash: string
  authorId: string
  savedAt: Date
}

export type StepFacts = {
  id: string
  cycle: number
  rank: number
  role: Role
  divisionId: string | null
  state: StepState
  hash: string
  openedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  note: string | null
}

export type SignatureFacts = {
  id: string
  signerId: string
  signerName: string
  signerTitle: string
  hash: string
  letterDate: string
  signedAt: Date
}

export type ReplyFacts = {
  id: string
  kind: ReplyKind
  round: number
  state: ReplyState
  drafterId: string
  revisionN: number
  frozenN: number | null
  frozenHash: string | null
  submittedAt: Date | null
  signedAt: Date | null
  issuedAt: Date | null
  /** The newest revision, and the frozen one while under clearance or signed. */
  revision: RevisionFacts
  frozen: RevisionFacts | null
  /** The steps of the current submission, in order. */
  steps: StepFacts[]
  /** The hash worked out again from the frozen revision: differs when a stored text was altered. */
  frozenContentHash: string | null
  signature: SignatureFacts | null
}

export type RequestFacts = {
  id: string
  unitId: string | null
  divisionId: string | null
  round: number
  position: number
  state: RequestState
  dueOn: string
  /** Canonical JSON of the due day's derivation, or of `{ setByHand }`. */
  derivation: string
}

export type BureauFacts = {
  id: string
  name: string
  shortName: string
  region: string
  letterCode: string
  opinionCode: string
}

export type DeadlineFacts = {
  id: string
  kind: string
  round: number
  unit: string
  startOn: string
  dueOn: string
  isProvisional: boolean
  metOn: string | null
  /** Canonical JSON of the due day's derivation. */
  derivation: string
}

export type PauseFacts = RoundPause & { id: string; reason: string }

/** An extension in force. */
export type ExtensionFacts = {
  id: string
  deadlineId: string
  amount: number
  unit: Exclude<DeadlineUnit, 'fixed'>
  reason: string
  approvalDocument: string
}

export type ReceiptFacts = {
  id: string
  letterId: string
  delegateId: string
  round: number
  state: ReceiptState
  attitude: Rating | null
  result: Rating | null
  reason: string | null
  dueOn: string
  /** Canonical JSON of the due day's derivation. */
  derivation: string
}

export type CommitmentFacts = {
  id: string
  replyId: string
  n: number
  state: CommitmentState
  dueOn: string
}

export type PublicationFacts = {
  id: string
  round: number
  state: PublicationState
  mode: PublicationMode
  ground: string
  proposedBy: string
}

/** Who can act in a role on this proposal: for substitutes, and for naming who can help. */
export type Holder = { userId: string; name: string; title: string; role: Role; divisionId: string | null }

/** Everything the rules may look at, read after the row is locked. What the viewer may not see is empty. */
export type Facts = Rules & {
  viewer: Viewer
  /** Business time. */
  now: Date
  /** Real time: for re-authentication only. */
  realNow: Date
  reauthenticatedAt: Date | null
  bureau: BureauFacts
  proposal: ProposalFacts
  sponsorIds: readonly string[]
  sponsors: readonly SponsorFacts[]
  group: GroupFacts | null
  objection: ObjectionFacts | null
  takenOver: TakenOverFacts | null
  additionalUnits: readonly AdditionalUnitFacts[]
  /** Fields a machine read that no person has accepted yet; typed registrations have none. */
  unconfirmedFields: number
  /** `elsewhere`: 分办 — the unit that answers it instead of us. */
  asks: readonly { n: number; text: string; elsewhere?: string | undefined }[]
  /** As they stand after corrections. */
  contacts: readonly LoggedContact[]
  requests: readonly RequestFacts[]
  /** The request the event is about. */
  request: RequestFacts | null
  /** The reply of the current round, or the one the event names. */
  reply: ReplyFacts | null
  /** Rounds whose letter is signed or out; even a unit may know that, though not what it says. */
  signedRounds: readonly number[]
  deadlines: readonly DeadlineFacts[]
  pauses: readonly PauseFacts[]
  /** Those in force. */
  extensions: readonly ExtensionFacts[]
  receipts: readonly ReceiptFacts[]
  publication: PublicationFacts | null
  commitments: readonly CommitmentFacts[]
  areCommitmentsReviewed: boolean
  issuedLetters: number
  holders: readonly Holder[]
  /** What the form brought, by field name. */
  input: Readonly<Record<string, unknown>>
}
