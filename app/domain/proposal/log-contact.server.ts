import { randomUUID } from 'node:crypto'
import { contact } from '~/db/schema/proposal'
import { shanghaiDay } from '../deadlines/day'
import { meetDeadline } from '../deadlines/set-deadlines.server'
import { Invalid } from '../refusals'
import type { Command, Target } from './command'
import { move } from './move.server'
import { contactChannelWords } from './words'
import type { ContactChannel, ContactPhase } from './words-of-the-trade'

export type ContactRecord = {
  heldOn: string
  channel: ContactChannel
  phase: ContactPhase
  people: string
  summary: string
}

/** 登记沟通. The log keeps when and how, never what was said. @throws Invalid for a day to come */
export const logContact = (command: Command, target: Target, input: ContactRecord) =>
  move(command, 'log_contact', target, input, async (tx, f) => {
    if (input.heldOn > shanghaiDay(command.now))
      throw new Invalid([{ field: 'heldOn', message: '沟通日期不能晚于今天。' }])
    const id = randomUUID()
    await tx.insert(contact).values({
      ...input, id, proposalId: f.proposal.id, bureauId: f.proposal.bureauId,
      loggedBy: command.viewer.userId ?? '', loggedAt: command.now,
    }) // prettier-ignore
    await meetDeadline(tx, f, 'contact', input.heldOn)
    return {
      result: null,
      details: { contactId: id, channel: contactChannelWords[input.channel], heldOn: input.heldOn },
    }
  })
