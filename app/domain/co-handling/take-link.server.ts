import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { opinionLink } from '~/db/schema/co-handling'
import type { Command } from '../proposal/command'
import { NotFound } from '../refusals'

const isOpen = (id: string) =>
  and(eq(opinionLink.id, id), isNull(opinionLink.usedAt), isNull(opinionLink.voidedAt))

/** Writes on the link who took it, the first time only: a second opener sees that name. */
export async function acceptLink(tx: Tx, command: Command, linkId: string, name: string) {
  await tx
    .update(opinionLink)
    .set({ acceptedBy: name, acceptedAt: command.realNow })
    .where(and(isOpen(linkId), isNull(opinionLink.acceptedBy)))
}

/** The wall lets only an open link bring an opinion. @throws NotFound when it was used, taken back or ran out */
export async function requireOpenLink(tx: Tx, command: Command, linkId: string) {
  const [open] = await tx.select({ expiresAt: opinionLink.expiresAt }).from(opinionLink).where(isOpen(linkId))
  if (!open || open.expiresAt <= command.realNow) throw new NotFound('opinion link')
}

/** An answer or a refusal uses the link up. @throws NotFound when it was used, taken back or ran out meanwhile */
export async function spendLink(tx: Tx, command: Command, linkId: string, name: string) {
  const [used] = await tx
    .update(opinionLink)
    .set({ usedBy: name, usedAt: command.realNow })
    .where(isOpen(linkId))
    .returning({ expiresAt: opinionLink.expiresAt })
  if (!used || used.expiresAt <= command.realNow) throw new NotFound('opinion link')
}
