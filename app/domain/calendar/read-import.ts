import { calendarOf } from '../deadlines/calendar'
import type { Problem } from '../refusals'
import { csvDays } from './csv-days'
import { icsDays } from './ics-days'
import { jsonNotices } from './json-notices'
import { noticeProblems, type Notice } from './notice'

/** What the form says of a table or a calendar file, which name neither year nor notice. */
export type Head = Pick<Notice, 'year' | 'title' | 'number' | 'publishedOn'>

export type Imported = { ok: true; notices: Notice[] } | { ok: false; problems: Problem[] }

export const maxImportLength = 200_000

/** Notices from pasted or uploaded text: JSON, iCalendar or a table. Nothing in it is believed before it is checked. */
export function readImport(source: string, head: Head): Imported {
  const text = source.trim()
  if (text === '') return refused('text', '请粘贴内容或选择文件。')
  if (text.length > maxImportLength) return refused('text', '内容太长，一次最多 20 万字。')
  return text.startsWith('{') || text.startsWith('[') ? ofJson(text) : ofDays(text, head)
}

function ofJson(text: string): Imported {
  const json = jsonNotices(text)
  if (!json.ok) return refused('text', json.message)
  const problems = json.read.flatMap((notice) =>
    noticeProblems(notice).map(({ message }) => ({
      field: 'text',
      message: `${notice.year} 年：${message}`,
    })),
  )
  return judged(json.read, problems.slice(0, 5))
}

function ofDays(text: string, head: Head): Imported {
  const days = /^BEGIN:VCALENDAR/i.test(text) ? icsDays(text) : csvDays(text)
  if (!days.ok) return refused('text', days.message)
  const notice = { ...head, ...days.read }
  const problems = noticeProblems(notice).map(({ field, message }) => ({
    field: field === 'rest' || field === 'work' ? 'text' : field,
    message,
  }))
  return judged([notice], problems.slice(0, 5))
}

/** Notices of one import may contradict one another at the turn of the year. */
function judged(notices: Notice[], problems: Problem[]): Imported {
  if (problems.length > 0) return { ok: false, problems }
  try {
    calendarOf(notices)
    return { ok: true, notices }
  } catch {
    return refused('text', '两年的通知对同一天说法不一，请核对年末年初。')
  }
}

const refused = (field: string, message: string): Imported => ({ ok: false, problems: [{ field, message }] })
