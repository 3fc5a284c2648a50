import { labelledDay, type PrintedDay } from './dates'
import { found, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import type { LetterPage, Sheet } from './sheet'

/** The better label first: a site prints several days, and not each is the day of publication. */
const published = ['发布日期', '发布时间', '公开日期', '公布日期', '发布于', '公开时间', '发稿时间', '信息时间', '发表时间', '时间', '日期', '更新时间', '更新日期', '上传时间', '录入时间', '添加时间', '生成日期', '生成时间', '发文日期', '印发日期'] // prettier-ignore

/** The letter's own day and the site's: never derived from one another (design.md §2). */
export function readDates(sheet: Sheet, { page, letter, labelled }: LetterPage, day: PrintedDay | null) {
  const written = labelledDay(page.shape, labelled('written'), [])
  const signed = day?.day ? { value: day.day, from: day.from, to: day.to, confidence: 'read' as const } : null
  const dated = day ? signed : written
  sheet.value('letter_date', dated?.value ?? null, dated)
  if (day?.isAmbiguous) sheet.find('DATE_AMBIGUOUS', '落款日期缺字，可以读成两个日子。', day)
  if (signed && written && signed.value !== written.value)
    sheet.find('CATALOGUE_DATE', `落款是 ${signed.value}，目录的成文日期是 ${written.value}。`, written)
  const outside = ({ from }: Found) =>
    from < letter.opening.from || from > (letter.tail[0]?.from ?? Number.POSITIVE_INFINITY)
  const shown =
    labelledDay(page.shape, labelled('published').filter(outside), published) ?? bareStamp(page, letter.head)
  sheet.value('publish_date', shown?.value ?? null, shown)
}

const stamped =
  /(?:^|\s)\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?\s*(?:\d{1,2}:\d{2}|\s+(?:浏览|来源|阅读|点击))|^\d{4}-\d{1,2}-\d{1,2}$/

/** A day with an hour above the letter is the site's own stamp, though nothing says so. */
function bareStamp(page: PlainPage, head: Line[]): Found | null {
  for (const { from, to, text } of head) {
    const isStamp = stamped.test(text)
    const day = isStamp && labelledDay(page.shape, [{ ...found(page, from, to, 'likely'), word: '' }], [])
    if (day) return day
  }
  return null
}
