import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { numberSeries } from '~/db/schema/reply'
import { nextFree } from '../taking-over/next-free'
import { numbersTakenOver, takeTurnAtNumbers } from '../taking-over/numbers-used.server'

export type SeriesPurpose = 'reply' | 'opinion' | 'register'

type Series = { bureauId: string; purpose: SeriesPurpose; year: number }

const which = (s: Series) =>
  and(
    eq(numberSeries.bureauId, s.bureauId),
    eq(numberSeries.purpose, s.purpose),
    eq(numberSeries.year, s.year),
  )

/**
 * Takes the next number inside the caller's transaction: the row lock makes clerks take turns, a rollback gives the
 * number back, so there is no gap and no reuse (GB/T 9704-2012 7.2.5). Opens the year's series with `code` if new.
 * Of `count` numbers taken together it answers the first. A letter's number that another system gave out is passed over.
 */
export async function takeNumber(
  tx: Tx,
  series: Series,
  code: string,
  count = 1,
): Promise<{ code: string; seq: number }> {
  if (series.purpose !== 'register') await takeTurnAtNumbers(tx, series.bureauId)
  await tx
    .insert(numberSeries)
    .values({ ...series, code, next: 1 })
    .onConflictDoNothing()
  const [row] = await tx.select().from(numberSeries).where(which(series)).for('update')
  if (!row) throw new Error('the number series is missing')
  const seq = await freeIn(tx, series, row)
  await tx
    .update(numberSeries)
    .set({ next: seq + count })
    .where(which(series))
  return { code: row.code, seq }
}

const freeIn = async (tx: Tx, series: Series, { code, next }: { code: string; next: number }) =>
  series.purpose === 'register' ? next : nextFree(next, await numbersTakenOver(tx, { ...series, code }))

/** The number the next letter would get; null where the year's series has not begun. */
export async function peekNumber(tx: Tx, series: Series): Promise<{ code: string; next: number } | null> {
  const [row] = await tx
    .select({ code: numberSeries.code, next: numberSeries.next })
    .from(numberSeries)
    .where(which(series))
  return row ? { code: row.code, next: await freeIn(tx, series, row) } : null
}
