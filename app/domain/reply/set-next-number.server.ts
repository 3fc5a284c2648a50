import { and, eq, max } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { letter, numberSeries } from '~/db/schema/reply'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { hasRole } from '../people/viewer'
import type { Command } from '../proposal/command'
import { Invalid, Refused } from '../refusals'

/**
 * Sets where a year's series goes on, e.g. after letters numbered on paper. Never back to a number already used.
 * @throws Refused without the seal clerk's role · Invalid for a used number
 */
export async function setNextNumber(
  command: Command,
  input: { purpose: 'reply' | 'opinion'; year: number; code: string; next: number },
) {
  const { viewer } = command
  const bureauId = viewer.bureauId
  if (!bureauId || !hasRole(viewer, 'seal_clerk'))
    throw new Refused('set_next_number', [
      { code: 'NOT_YOURS', message: '起始号由用印印发人员设置。', whoCanResolve: '用印印发' },
    ])
  await asViewer(viewer, async (tx) => {
    const { next, ...series } = { ...input, bureauId }
    await tx
      .insert(numberSeries)
      .values({ ...series, next: 1 })
      .onConflictDoNothing()
    const here = and(
      eq(numberSeries.bureauId, bureauId),
      eq(numberSeries.purpose, input.purpose),
      eq(numberSeries.year, input.year),
    )
    await tx.select().from(numberSeries).where(here).for('update')
    const [used] = await tx
      .select({ seq: max(letter.seq) })
      .from(letter)
      .where(and(eq(letter.bureauId, bureauId), eq(letter.code, input.code), eq(letter.year, input.year)))
    const others = await tx
      .select({ purpose: numberSeries.purpose, code: numberSeries.code })
      .from(numberSeries)
      .where(eq(numberSeries.year, input.year))
    if (others.some((o) => o.code === input.code && o.purpose !== input.purpose))
      throw new Invalid([
        { field: 'code', message: '这个机关代字本年度已用于另一种文，请换一个，免得重号。' },
      ])
    const last = used?.seq ?? 0
    if (next <= last)
      throw new Invalid([{ field: 'next', message: `${last} 号已用，起始号须大于 ${last}。` }])
    await tx.update(numberSeries).set({ next, code: input.code }).where(here)
    await appendBureauEvent(
      tx,
      viewer,
      { kind: 'number_series_set', details: { ...input } },
      { businessAt: command.now, recordedAt: command.realNow },
    )
  })
}
