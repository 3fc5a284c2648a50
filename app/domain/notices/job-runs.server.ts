import { and, asc, count, eq, isNotNull, isNull, min } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { outbox } from '~/db/schema/log'
import { jobRun, message } from '~/db/schema/notices'
import { houseOf } from '../people/viewer'
import { bureauIds } from '../log/verify-log.server'

export type JobHealth = { job: string; startedAt: Date | null; succeededAt: Date | null; failedAt: Date | null; lastError: string | null } // prettier-ignore

/** What waits to be told or carried, and since when; business time. */
export type Backlog = { outbox: number; messages: number; refused: number; oldest: Date | null }

type Run = Partial<Pick<typeof jobRun.$inferInsert, 'succeededAt' | 'failedAt' | 'lastError'>>

/** Writes down how a job fares. Real time: it is about the machine, not about the bureau's days. */
export async function recordRun(job: string, startedAt: Date, run: Run): Promise<void> {
  await asViewer(houseOf(null), (tx) =>
    tx
      .insert(jobRun)
      .values({ job, startedAt, ...run })
      .onConflictDoUpdate({ target: jobRun.job, set: { startedAt, ...run } }),
  )
}

export const readJobRuns = (): Promise<JobHealth[]> =>
  asViewer(houseOf(null), (tx) => tx.select().from(jobRun).orderBy(asc(jobRun.job)))

export async function readBacklog(bureauId: string): Promise<Backlog> {
  return await asViewer(houseOf(bureauId), async (tx) => {
    const unsent = and(eq(message.bureauId, bureauId), isNull(message.sentAt))
    const [[rows], [messages], [refused]] = await Promise.all([
      tx
        .select({ n: count(), oldest: min(outbox.writtenAt) })
        .from(outbox)
        .where(and(eq(outbox.bureauId, bureauId), isNull(outbox.sentAt))),
      tx
        .select({ n: count(), oldest: min(message.writtenAt) })
        .from(message)
        .where(and(unsent, isNull(message.refusedAt))),
      tx
        .select({ n: count() })
        .from(message)
        .where(and(eq(message.bureauId, bureauId), isNotNull(message.refusedAt))),
    ])
    const oldest = [rows?.oldest, messages?.oldest].flatMap((at) => (at ? [new Date(at)] : []))
    return {
      outbox: rows?.n ?? 0,
      messages: messages?.n ?? 0,
      refused: refused?.n ?? 0,
      oldest: oldest.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
    }
  })
}

/** One line per job for /readyz, and how much waits in the whole house. */
export async function readJobHealth() {
  const backlogs = await Promise.all((await bureauIds()).map(readBacklog))
  const sum = (of: 'outbox' | 'messages') => backlogs.reduce((all, b) => all + b[of], 0)
  return { runs: await readJobRuns(), backlog: { outbox: sum('outbox'), messages: sum('messages') } }
}
