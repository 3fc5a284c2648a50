import type { Target } from '~/domain/proposal/command'
import type { EventName } from '~/domain/proposal/events'
import { NotFound } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { frameOf, type FrameData } from '~/http/frame.server'
import { readAct, type ActData } from '../acts/act.server'
import type { About } from './act-title'
import { proposalOf } from '../proposal-of.server'

export type ReplyActData = { frame: FrameData; about: About & { number: string }; act: ActData }

/** A page for one act on the reply: the frame, the proposal it is about, and whether it is open. @throws NotFound */
export async function replyActPage(visit: UserVisit, event: EventName): Promise<ReplyActData> {
  const { read, act } = await readAct(visit, event)
  const { registerNo, officialNo, track, subject } = read.facts.proposal
  return { frame: frameOf(visit), about: { number: registerNo, officialNo, track, subject }, act }
}

/** The reply of the URL's proposal, with the version the form was drawn from. @throws NotFound without a reply */
export async function replyTarget(visit: UserVisit, version: number | undefined): Promise<Target> {
  const { facts } = await proposalOf(visit)
  if (!facts.reply) throw new NotFound('reply')
  return {
    proposalId: facts.proposal.id,
    replyId: facts.reply.id,
    ...(version === undefined ? {} : { expectedVersion: version }),
  }
}
