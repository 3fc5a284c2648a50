import { setTimeout as wait } from 'node:timers/promises'
import { executeQueueSql } from '~/db/client.server'

/** Syntax, values and constraints: no waiting mends these. */
const hopeless = /^(22|23|42)/

const isHopeless = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && hopeless.test(error.code)

/**
 * pg-boss leaves the answer of some of its statements to nobody; while the database is away a rejection would end the
 * process. So a statement waits for the database instead, and after the stop for ever. One that ran twice does no harm:
 * jobs are repeatable.
 */
export function patientSql(isStopped: () => boolean) {
  return async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    for (;;) {
      if (isStopped()) return await new Promise(() => {})
      try {
        return await executeQueueSql(text, values)
      } catch (error) {
        if (isHopeless(error)) throw error
        await wait(500)
      }
    }
  }
}
