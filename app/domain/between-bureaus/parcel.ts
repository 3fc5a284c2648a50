import type { SessionKind, SponsorKind, Track } from '../proposal/words-of-the-trade'
import type { EventName } from '../proposal/events'

/** What goes to the asked bureau, and what comes back. */
export const parcelKinds = ['asked', 'returned', 'cancelled', 'acknowledged', 'answered', 'declined'] as const
export type ParcelKind = (typeof parcelKinds)[number]

export type Asked = {
  kind: 'asked'
  track: Track
  meetingId: string
  sessionKind: SessionKind
  officialNo: string
  subject: string
  text: string
  sponsorKind: SponsorKind
  sponsors: string[]
  question: string
  contactName: string
  contactPhone: string
  /** 'YYYY-MM-DD' */
  sentOn: string
  dueOn: string
}
export type Answered = { kind: 'answered'; text: string; docNo: string; contactName: string }
export type Word = { kind: 'returned' | 'cancelled' | 'declined'; reason: string }
export type Parcel = Asked | Answered | Word | { kind: 'acknowledged' }

/** Which events of the asking bureau the asked one is told of. What it must not know, no parcel carries. */
export const tellsAsked = {
  send_request: 'asked',
  return_opinion: 'returned',
  cancel_request: 'cancelled',
  waive_request: 'cancelled',
  request_ended: 'cancelled',
} as const satisfies Partial<Record<EventName, ParcelKind>>

/** Which ends of our own item the asking bureau hears as a refusal to assist. */
export const tellsAsking = {
  void: 'declined',
  withdraw: 'declined',
  uphold_objection: 'declined',
} as const satisfies Partial<Record<EventName, ParcelKind>>
