import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { letter } from '~/db/schema/reply'
import { takenOver } from '~/db/schema/taken-over'
import { partsOf } from './document-number'

/**
 * Letters are numbered and numbers taken over one transaction after the other: a list that brings a number and a clerk
 * who is given the same one would otherwise pass each other unseen.
 */
export const takeTurnAtNumbers = (tx: Tx, bureauId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`letter numbers of ${bureauId}`}, 0))`)

/** Of these document numbers those that stand already, and where, in words. */
export async function numbersUsed(tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const parts = numbers.flatMap((text) => {
    const found = partsOf(text)
    return found ? [{ text, ...found }] : []
  })
  const [ours, taken] = await Promise.all([
    tx.execute<{ text: string }>(sql`select w.text
      from jsonb_to_recordset(${JSON.stringify(parts)}::text::jsonb) as w(text text, code text, year integer, seq integer)
      join ${letter} l on l.code = w.code and l.year = w.year and l.seq = w.seq`),
    tx
      .select({ text: takenOver.documentNumber, registerNo: proposal.registerNo })
      .from(takenOver)
      .innerJoin(proposal, eq(proposal.id, takenOver.proposalId))
      .where(inArray(takenOver.documentNumber, [...numbers])),
  ])
  return new Map([
    ...ours.map(({ text }) => [text, '本系统已用它印发过复函'] as const),
    ...taken.map(({ text, registerNo }) => [text ?? '', `登记号 ${registerNo} 已写了它`] as const),
  ])
}

/** The numbers of a 机关代字 and year that another system gave out: no series of ours gives them again. */
export async function numbersTakenOver(tx: Tx, series: { bureauId: string; code: string; year: number }) {
  const rows = await tx
    .select({ seq: takenOver.seq })
    .from(takenOver)
    .where(
      and(
        eq(takenOver.bureauId, series.bureauId),
        eq(takenOver.code, series.code),
        eq(takenOver.year, series.year),
      ),
    )
  return new Set(rows.map((row) => row.seq))
}
