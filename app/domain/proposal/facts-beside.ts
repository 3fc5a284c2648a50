import type { TakenOverResult, TakenOverStage } from '../taking-over/stages'
import type { Rating } from './words-of-the-trade'
import type { AdditionalUnitState } from '../additional-unit/states'
import type { ObjectionState } from '../objection/states'
import type { ConsentPurpose, OrganisationKind } from '../sponsors/kinds'

/** 退办: the open one, else the newest. */
export type ObjectionFacts = {
  id: string
  state: ObjectionState
  reason: string
  proposedUnit: string
  windowEndsOn: string
  /** Canonical JSON of the window's derivation, as it was when this was raised. */
  derivation: string
  isLate: boolean
  raisedAt: Date
  answer: string | null
  decisionDocument: string | null
  settledAt: Date | null
}

export type AdditionalUnitFacts = {
  id: string
  unitId: string
  state: AdditionalUnitState
  reason: string
  requestedAt: Date
  answer: string | null
  answeredAt: Date | null
}

/** Who proposed it, in order; the first leads. */
export type SponsorFacts = {
  id: string
  name: string
  isOrganisation: boolean
  organisationKind: OrganisationKind | null
  /** 代表联系组 of a delegation; empty where none is known. */
  liaisonGroup: string
  consents: readonly ConsentPurpose[]
}

/** 并案: the group it is in now. */
export type GroupFacts = {
  id: string
  leading: { id: string; registerNo: string; officialNo: string }
  /** The leading one too. */
  members: readonly { id: string; registerNo: string; officialNo: string; subject: string }[]
  isLeading: boolean
  /** The command was given to the leading proposal and reaches this one through the group. */
  isCarried: boolean
}

/** 接续办理: what another system had done of it, and how many scans of its letter are here. */
export type TakenOverFacts = {
  stage: TakenOverStage
  documentNumber: string | null
  repliedOn: string | null
  result: TakenOverResult | null
  satisfaction: Rating | null
  remark: string
  scans: number
}
