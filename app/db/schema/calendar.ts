import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, instant, oneOf } from './columns'

/**
 * One change of the calendar in force, the same for every bureau. Its stamp says whether a calendar in memory is still the
 * one in force; a sequence gives it, so that a stamp rolled back never comes again.
 */
export const calendarEdition = pgTable('calendar_edition', {
  stamp: integer().primaryKey().generatedAlwaysAsIdentity(),
  putInForceAt: instant().notNull(),
})

/** A year's notice 放假安排 as one edition gave it. In force is each year's newest; earlier ones stay. */
export const holidayNotice = pgTable(
  'holiday_notice',
  {
    year: integer().notNull(),
    stamp: integer()
      .notNull()
      .references(() => calendarEdition.stamp),
    title: text().notNull(),
    /** 文号, empty where it is not known. */
    number: text().notNull(),
    publishedOn: day(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.stamp] }),
    check('holiday_notice_year', sql`${t.year} between 1990 and 2200`),
  ],
)

/** 放假 or 补班: every day on which a notice differs from the plain week. */
export const noticedDay = pgTable(
  'noticed_day',
  {
    year: integer().notNull(),
    stamp: integer().notNull(),
    day: day().notNull(),
    kind: text({ enum: ['rest', 'work'] }).notNull(),
    festival: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.stamp, t.day] }),
    foreignKey({ columns: [t.year, t.stamp], foreignColumns: [holidayNotice.year, holidayNotice.stamp] }),
    oneOf('noticed_day_kind', t.kind, ['rest', 'work']),
  ],
)
