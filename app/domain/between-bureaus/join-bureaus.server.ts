import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { unitBureau } from '~/db/schema/between-bureaus'
import { bureau, unit } from '~/db/schema/people'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { founderOf } from '../people/found-bureau.server'

type Times = { now: Date; realNow: Date }

/**
 * Lets two bureaus of this house send each other their co-handling requests: each says which unit of its own the other
 * is, by full name. Until both have, nothing goes either way.
 * @throws Error naming the unit that is missing
 */
export async function joinBureaus(first: string, second: string, times: Times): Promise<void> {
  const names = await Promise.all([first, second].map(nameOf))
  await say(first, second, names[1] ?? '', times)
  await say(second, first, names[0] ?? '', times)
}

const nameOf = (bureauId: string) =>
  asViewer(founderOf(bureauId), async (tx) => {
    const [row] = await tx.select({ name: bureau.name }).from(bureau).where(eq(bureau.id, bureauId))
    if (!row) throw new Error(`没有这个单位：${bureauId}`)
    return row.name
  })

const say = (bureauId: string, isBureauId: string, name: string, times: Times) =>
  asViewer(founderOf(bureauId), async (tx) => {
    const unitId = await unitNamed(tx, name)
    const written = await tx
      .insert(unitBureau)
      .values({ unitId, bureauId, isBureauId })
      .onConflictDoNothing()
      .returning({ unitId: unitBureau.unitId })
    if (written.length === 0) return
    await appendBureauEvent(
      tx,
      founderOf(bureauId),
      { kind: 'bureau_joined', details: { unitId, bureau: name } },
      { businessAt: times.now, recordedAt: times.realNow },
    )
  })

async function unitNamed(tx: Tx, name: string): Promise<string> {
  const [row] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.fullName, name))
  if (!row) throw new Error(`外单位中没有“${name}”，请先按全称添加。`)
  return row.id
}
