import { sql, type SQL } from 'drizzle-orm'
import { check, customType, date, timestamp, type AnyPgColumn } from 'drizzle-orm/pg-core'

/** A calendar day in Asia/Shanghai, read and written as 'YYYY-MM-DD'. */
export const day = () => date({ mode: 'string' })

/** An instant, stored in UTC. Never defaults to the database's now(): commands are given their time. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** A CHECK that a text column holds one of the words of a closed list. */
export function oneOf(name: string, column: AnyPgColumn, words: readonly string[]) {
  const list: SQL = sql.raw(words.map((w) => `'${w}'`).join(', '))
  return check(name, sql`${column} in (${list})`)
}

/** Exact bytes, as a Buffer. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
