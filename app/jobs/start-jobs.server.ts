import PgBoss from 'pg-boss'
import { setTimeout as wait } from 'node:timers/promises'
import { businessNow, realNow } from '~/clock.server'
import { recordRun } from '~/domain/notices/job-runs.server'
import { bureauIds } from '~/domain/log/verify-log.server'
import { patientSql } from './patient-sql.server'
import { jobNames, schedule, scheduleZone, type JobName } from './schedule'
import { tasks, type Equipment } from './tasks.server'

type Options = Equipment & { reportError: (error: unknown, where: string) => void }

/** How long a stop waits for what is under way. What is cut short then is begun again by whoever starts next. */
const stopMs = 5000

/**
 * Starts the jobs over the house's own pool, with tables and queues made by the migrations. At the start every job runs
 * once: what a night without the house left undone is made up at once.
 */
export async function startJobs(options: Options): Promise<{ stop: () => Promise<void> }> {
  let isStopped = false
  const boss = new PgBoss({
    db: { executeSql: patientSql(() => isStopped) },
    migrate: false,
    maintenanceIntervalSeconds: 10,
    deleteAfterDays: 1,
  })
  boss.on('error', (error) => options.reportError(error, 'jobs'))
  await boss.start()
  for (const name of jobNames) {
    await boss.schedule(name, schedule[name].cron, undefined, { tz: scheduleZone })
    await boss.work(name, { pollingIntervalSeconds: 2, batchSize: 100 }, () => runJob(name, options))
    await boss.send(name, {})
  }
  return {
    stop: async () => {
      await Promise.race([boss.stop({ graceful: true, timeout: stopMs - 1000 }), wait(stopMs)])
      isStopped = true
    },
  }
}

/** @throws what the command throws, so that pg-boss tries again */
export async function runJob(name: JobName, { reportError, ...equipment }: Options): Promise<void> {
  const startedAt = realNow()
  try {
    await recordRun(name, startedAt, {})
    for (const bureauId of await bureauIds()) await tasks[name](bureauId, businessNow(), equipment)
    await recordRun(name, startedAt, { succeededAt: realNow(), lastError: null })
  } catch (error) {
    reportError(error, name)
    await recordRun(name, startedAt, { failedAt: realNow(), lastError: codeOf(error) }).catch(() => undefined)
    throw error
  }
}

/** A database's own words may hold data: the page shows the code, the console has the rest. */
const codeOf = (error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'failed'
}
