import { and, eq, max } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { letter, numberSeries } from '~/db/schema/reply'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { hasRole } from '../people/viewer'
import type { Command } from '../proposal/command'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { Invalid, Refused } from '../refusals'

type NextNumber = { purpose: 'reply' | 'opinion'; year: number; code: string; next: number }

/**
 * Sets where a year's series goes on, e.g. after letters numbered on paper. Never back to a number already used.
 * @throws Refused without the seal clerk's role · Invalid for a used number · Conflict (key used with other input)
 */
export async function setNextNumber(command: Command, input: NextNumber) {
  const { viewer } = command
  const bureauId = viewer.bureauId
  if (!bureauId || !hasRole(viewer, 'seal_clerk'))
    throw new Refused('set_next_number', [
      { code: 'NOT_YOURS', message: '起始号由用印印发人员设置。', whoCanResolve: '用印印发' },
    ])
  const digest = digestOf(input)
  await asViewer(viewer, async (tx) => {
    if (await firstResult(tx, command, 'set_next_number', digest)) return
    await setSeries(tx, bureauId, input)
    await appendBureauEvent(
      tx,
      viewer,
      { kind: 'number_series_set', details: { ...input } },
      { businessAt: command.now, recordedAt: command.realNow },
    )
    await rememberResult(tx, command, 'set_next_number', digest, null)
  })
}

async function setSeries(tx: Tx, bureauId: string, { next, ...series }: NextNumber) {
  await tx
    .insert(numberSeries)
    .values({ ...series, bureauId, next: 1 })
    .onConflictDoNothing()
  const here = and(
    eq(numberSeries.bureauId, bureauId),
    eq(numberSeries.purpose, series.purpose),
    eq(numberSeries.year, series.year),
  )
  await tx.select().from(numberSeries).where(here).for('update')
  await refuseUsed(tx, bureauId, { next, ...series })
  await tx.update(numberSeries).set({ next, code: series.code }).where(here)
}

/** A 机关代字 serves one kind of letter a year, and no number comes twice. @throws Invalid */
async function refuseUsed(tx: Tx, bureauId: string, { purpose, year, code, next }: NextNumber) {
  const others = await tx
    .select({ purpose: numberSeries.purpose, code: numberSeries.code })
    .from(numberSeries)
    .where(eq(numberSeries.year, year))
  if (others.some((o) => o.code === code && o.purpose !== purpose))
    throw new Invalid([{ field: 'code', message: '这个机关代字本年度已用于另一种文，请换一个，免得重号。' }])
  const [used] = await tx
    .select({ seq: max(letter.seq) })
    .from(letter)
    .where(and(eq(letter.bureauId, bureauId), eq(letter.code, code), eq(letter.year, year)))
  const last = used?.seq ?? 0
  if (next <= last) throw new Invalid([{ field: 'next', message: `${last} 号已用，起始号须大于 ${last}。` }])
}
