/** The closed lists of the trade. The schema's CHECKs, the rules and the pages all read them from here. */

export const tracks = ['npc', 'cppcc'] as const
export type Track = (typeof tracks)[number]

export const sessionKinds = ['plenary', 'off_session'] as const
export type SessionKind = (typeof sessionKinds)[number]

export const sponsorKinds = ['individual', 'joint', 'organisation'] as const
export type SponsorKind = (typeof sponsorKinds)[number]

/** 独办 · 主办 · 分办 · 会办 */
export const handlingRoles = ['sole', 'lead', 'separate', 'assist'] as const
export type HandlingRole = (typeof handlingRoles)[number]

export const priorities = ['normal', 'key'] as const
export type Priority = (typeof priorities)[number]

export const replyKinds = ['reply', 'opinion', 'interim', 'supplementary', 'correction'] as const
export type ReplyKind = (typeof replyKinds)[number]

export const outcomes = [
  'resolved', 'adopted', 'in_progress', 'planned', 'partly', 'reference', 'not_feasible', 'deferred', 'superior_authority',
] as const // prettier-ignore
export type Outcome = (typeof outcomes)[number]

/** 主动公开 · 依申请公开 · 不予公开 */
export const opennessKinds = ['proactive', 'on_request', 'withheld'] as const
export type Openness = (typeof opennessKinds)[number]

export const contactChannels = [
  'visit', 'meeting', 'phone', 'written', 'email', 'other', 'none_wished',
] as const // prettier-ignore
export type ContactChannel = (typeof contactChannels)[number]

export const contactPhases = ['before', 'during', 'after'] as const
export type ContactPhase = (typeof contactPhases)[number]

export const ratings = ['satisfied', 'basically', 'dissatisfied'] as const
export type Rating = (typeof ratings)[number]

export const publicationModes = ['full', 'summary', 'withheld'] as const
export type PublicationMode = (typeof publicationModes)[number]
