import { found, parts, type Found } from './found'
import { numberOf, numeral } from './numerals'
import { isPersonName } from './names'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { isUnitName } from './units'

const addressed = new RegExp(
  `^(尊敬的|敬爱的)?\\s*([\\u3400-\\u9fff·、,\\s]{2,400}?)\\s*(等\\s*(${numeral}{1,3})?\\s*(?:余)?[名位人]?)?\\s*(?:(?:全国|自治[区州县旗]|[省市区县州旗])?(?:人大|政协|人民))?\\s*(?:代表|委员)(?:们)?(?:同志)?\\s*[:,.。]?$`,
)
/** “市人大代表黎明远：” */
const titledFirst =
  /^((?:尊敬的)?(?:全国|[\u3400-\u9fff]{0,3}[省市区县州旗])?(?:人大代表|政协委员))\s*([\u3400-\u9fff·]{2,10}?)(?:同志|先生|女士)?\s*[:]$/
const notNames = /关于|建议|提案|会议|人民代表|大会|提案人|领衔|联名|附议|姓名|第.号|各位/

/** A line that speaks to deputies or members. */
export const isToDelegates = (text: string): boolean => namesSpan(text) !== null

function namesSpan(
  text: string,
): { from: number; to: number; count: number | null; hasOthers: boolean } | null {
  const titled = titledFirst.exec(text)
  if (titled?.[2] && isPersonName(titled[2].replace(/\s+/g, '')))
    return {
      from: titled[1]?.length ?? 0,
      to: (titled[1]?.length ?? 0) + titled[2].length,
      count: null,
      hasOthers: false,
    }
  const match = addressed.exec(text)
  const names = match?.[2]
  if (!match || !names || notNames.test(names)) return null
  const from = text.indexOf(names, match[1]?.length ?? 0)
  const listed = separated(names)
  if (listed.length === 0 || !listed.every(isPersonName)) return null
  return { from, to: from + names.length, count: match[4] ? numberOf(match[4]) : null, hasOthers: match[3] !== undefined } // prettier-ignore
}

const separated = (names: string) =>
  names
    .split(between(names))
    .map((one) => one.replace(/\s+/g, ''))
    .filter(Boolean)

/** “温 良” is one name set wide; “温良 顾晚” are two. */
const between = (names: string) =>
  /[、,]/.test(names) || names.trim().split(/\s+/).some((one) => one.length < 2) ? /[、,]+/ : /\s+/ // prettier-ignore

export type Addressees = { names: Found[]; count: number | null; hasOthers: boolean }

export function addresseesIn(page: PlainPage, line: Line): Addressees | null {
  const span = namesSpan(line.text)
  if (!span) return null
  const from = line.from + span.from
  const names = parts(page, from, from + (span.to - span.from), between(line.text.slice(span.from, span.to)))
  return { names, count: span.count, hasOthers: span.hasOthers }
}

const opens =
  /收悉|已悉|收到|提出|答复如下|函复如下|回复如下|复函如下|转来|来函|贵|你[局委会办厅单]|意见如下|报告如下|情况如下/

/** The line the letter speaks to: deputies, or an office followed by a sentence that answers it. */
export function salutationAt(lines: Line[]): number | null {
  const delegates = lines.findIndex(
    ({ text }, at) => isToDelegates(text) && (/[:]$/.test(text) || opens.test(near(lines, at))),
  )
  if (delegates !== -1) return delegates
  const office = lines.findIndex(({ text }, at) => isToOffice(text) && answersCase(near(lines, at)))
  return office === -1 ? null : office
}

const near = (lines: Line[], at: number) =>
  lines
    .slice(at + 1, at + 3)
    .map(({ text }) => text)
    .join('')

export const isToOffice = (text: string): boolean => {
  const words = text
    .replace(/[:]$/, '')
    .replace(/\s+/g, '')
    .replace(/^尊敬的/, '')
  if (words.length > 40 || words.length < 3) return false
  if (/[:]$/.test(text) && /^[\u3400-\u9fff、()]+$/.test(words) && !/[的]|如下|关于/.test(words)) return true
  return isUnitName(words)
}

const answersCase = (text: string) => /建议|提案|议案/.test(text) && opens.test(text)

/** The salutation without its colon, when it names an office. */
export function officeIn(page: PlainPage, line: Line): Found {
  const lead = /^(?:尊敬的)?/.exec(line.text)?.[0].length ?? 0
  const end = /\s*[:]?$/.exec(line.text)?.index ?? line.text.length
  return found(page, line.from + lead, line.from + end)
}
