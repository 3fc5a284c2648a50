import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { partyName } from './party-name.server'
import { spendLink } from './take-link.server'

type Refusal = { reason: string; name?: string; shownState?: string | undefined }

/** 不予会办, by the unit that was asked, with its reason; by link under the name typed there. */
export const declineRequest = (command: Command, target: Target, input: Refusal) =>
  move(command, 'decline_request', target, input, async (tx, f) => {
    const { link, name } = command.viewer
    const outcome = {
      result: null,
      details: { party: await partyName(tx, f), reason: input.reason },
      requestChanges: { reason: input.reason },
    }
    if (link) await spendLink(tx, command, link.id, input.name ?? name)
    return outcome
  })
