import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'
import { acceptLink } from './take-link.server'

/** 签收会办. By link under the name typed there, which the next opener sees. */
export const acknowledgeRequest = (
  command: Command,
  target: Target,
  input: { name?: string; shownState?: string | undefined } = {},
) =>
  move(command, 'acknowledge_request', target, input, async (tx, f) => {
    const { link, name } = command.viewer
    if (link) await acceptLink(tx, command, link.id, input.name ?? name)
    return {
      result: {
        kind: 'request' as const,
        proposalId: f.proposal.id,
        registerNo: f.proposal.registerNo,
        requestId: f.request?.id ?? '',
      },
      details: { party: await partyName(tx, f) },
      requestChanges: { acknowledgedAt: command.now },
    }
  })
