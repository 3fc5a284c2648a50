import { randomUUID } from 'node:crypto'
import type { Tx } from '~/db/client.server'
import { opinion } from '~/db/schema/co-handling'
import type { Upload } from '../files/check-upload.server'
import { keepFile } from '../files/keep-file.server'
import { sha256 } from '../log/hashes.server'
import type { Command, Target } from '../proposal/command'
import type { Facts } from '../proposal/facts'
import { move } from '../proposal/move.server'
import type { Outcome } from '../proposal/outcome.server'
import type { OpinionWay } from './opinion-ways'
import { partyName } from './party-name.server'
import { isPastUse } from './past-use'
import { requireOpenLink, spendLink } from './take-link.server'

export type OpinionGiven = {
  isNoObjection: boolean
  text: string
  docNo: string
  contactName: string
  contactPhone: string
  /** The state the page showed: who was answered for meanwhile is told so. */
  shownState?: string | undefined
}

export type PaperOpinion = Omit<OpinionGiven, 'shownState'> & { receivedOn: string }

/** 提交会办意见, by the unit's own account or by its link, which is used up in the same transaction. */
export const answerRequest = (command: Command, target: Target, input: OpinionGiven) =>
  move(command, 'answer_request', target, input, async (tx, f) => {
    const { shownState: _shown, ...given } = input
    const { link, userId } = command.viewer
    const way = link ? 'link' : userId ? 'account' : 'other_bureau'
    if (link) await requireOpenLink(tx, command, link.id)
    const outcome = await keepOpinion(tx, command, f, way, given)
    if (link) await spendLink(tx, command, link.id, input.contactName)
    return outcome
  })

/** 代录纸质意见, with its scan: entered for the unit by whoever received the paper; the log and every page say so. */
export const recordPaperOpinion = (command: Command, target: Target, input: PaperOpinion, scan: Upload) => {
  const given = { ...input, scan: scan.sha256 }
  return move(command, 'record_paper_opinion', target, given, async (tx, f) => {
    const held = {
      heldFor: 'opinion_scan',
      proposalId: f.proposal.id,
      requestId: f.request?.id ?? null,
    } as const
    const { fileId } = await keepFile(tx, command.viewer, scan, held, command.now)
    return await keepOpinion(tx, command, f, 'paper', { ...input, scanId: fileId })
  })
}

/** A redone opinion is a new row. The log keeps the hash of the opinion, never its text. */
async function keepOpinion(
  tx: Tx,
  command: Command,
  f: Facts,
  givenVia: OpinionWay,
  given: Omit<OpinionGiven, 'shownState'> & { receivedOn?: string; scanId?: string },
): Promise<Outcome<{ opinionId: string; isLate: boolean }>> {
  const id = randomUUID()
  const isLate = f.request !== null && isPastUse(f.request, f.signedRounds)
  await tx.insert(opinion).values({
    ...given, id, requestId: f.request?.id ?? '', proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
    unitId: f.request?.unitId ?? null, divisionId: f.request?.divisionId ?? null, givenVia, isLate,
    givenBy: command.viewer.userId, givenAt: command.now,
  }) // prettier-ignore
  return {
    result: { opinionId: id, isLate },
    details: {
      party: await partyName(tx, f),
      opinionId: id,
      opinionHash: sha256(given.text),
      givenVia,
      isLate,
    },
    requestChanges: { answeredAt: command.now, ...(isLate ? { settledAt: command.now } : {}) },
  }
}
