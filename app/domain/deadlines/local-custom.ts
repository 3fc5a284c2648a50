import { z } from 'zod'
import { contactChannels, contactPhases } from '../proposal/words-of-the-trade'
import { circumstances, citation } from './deadline-rule'

/** Who may hold a step, and who may sign: `reply/lifecycle.ts` lets no other role approve or sign. */
export const stepRoles = [
  'division_head',
  'office_reviewer',
  'secrecy_reviewer',
  'openness_reviewer',
  'deputy',
] as const
export const signerRoles = ['director', 'deputy'] as const

/** Groups in order; the steps of one group run side by side. */
export const clearanceChain = z.array(z.array(z.enum(stepRoles)).min(1)).min(1)

const words = z.string().trim().min(1)

/** Who must be answered; null where the source does not say. */
export const answering = z.strictObject({
  /** Each signer · the lead, who tells the others · each, or the lead with their consent. */
  joint: z.enum(['each_signer', 'lead_relays', 'each_or_lead']).nullable(),
  /** The delegation's own letter, or its liaison group 代表联系组, or by way of its NPC office. */
  organisation: z.enum(['itself', 'liaison_group', 'npc_office']).nullable(),
  /** The unit reports and the assigning body answers the delegate itself. */
  assigningBodyAnswers: z.boolean(),
  citation,
})

/** Who rates, and where the receipt goes. */
export const receipts = z.strictObject({
  ratedBy: z.enum(['each_signer', 'lead']).nullable(),
  goesTo: z.array(z.enum(['handler', 'platform', 'assigning', 'oversight'])).min(1),
  citation,
})

/** Who signs, beside `signerRole`, and whether an outside body reads first. */
export const signing = z.strictObject({
  note: words,
  /** 督查室, 督办部门; null where nobody outside reviews. */
  outsideReview: words.nullable(),
  citation,
})

/** Another chain, and another signer where one is named, for some proposals; the first that fits holds. */
export const chainVariant = z.strictObject({
  when: circumstances,
  chain: clearanceChain,
  signerRole: z.enum(signerRoles).optional(),
})

/** What the letters mean at this place, in its own words. */
export const classMeanings = z.strictObject({
  A: words,
  B: words,
  C: words,
  D: words.nullable(),
  citation,
})

/** How the delegate is to be contacted; within how many days the deadline `contact` says. */
export const contacting = z.strictObject({
  /** At least so many contacts before the reply is submitted. */
  beforeReply: z.int().min(0).max(9),
  /** 三见面: each of these at least once; 办后 is looked at before closing. */
  phases: z.array(z.enum(contactPhases)),
  /** The ways that count; null where the source names none. */
  channels: z.array(z.enum(contactChannels)).min(1).nullable(),
  /** Whether a recorded wish not to be contacted stands for a contact. */
  noneWishedCounts: z.boolean(),
  citation,
})
