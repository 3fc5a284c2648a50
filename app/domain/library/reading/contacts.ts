import { unique } from './co-handlers'
import { found, parts, type Found } from './found'
import { isPersonName, nameAtEnd } from './names'
import type { PlainPage } from './plain-page'
import { isUnitName } from './units'

const phone =
  /(?:[(]?\d{3,4}[)]?\s?[-—–－\s]{0,3}\s?)?[\d*]{7,12}(?:[-转]\d{1,5})?|\d{3,4}[-—–－]+[\d*]{6,8}|1[\d*]{10}|(?<!\d)\d{5,6}(?!\d)/g
const officePart =
  /^(.*(?:局|厅|委|办|部|会|社|院|台|站|馆|所|校|署|处|科|室|中心|政府|股|队|公司))(?=[\u3400-\u9fff·]{2,4}$)/

/** Names behind 联系人 and 承办人, without the office printed before them. */
export function contactPersons(page: PlainPage, values: Found[]): Found[] {
  return unique(
    values.flatMap(({ from, to }) => {
      const phoneAt = page.shape.slice(from, to).search(/\d|电话|手机|[-—]\d/)
      const end = phoneAt === -1 ? to : from + phoneAt
      return parts(page, from, end, /[、,;/]|\s{2,}|[()]|\s(?=[\u3400-\u9fff]{2,})/)
        .filter((one, _, all) => all.length === 1 || !isOfficePart(one.value))
        .flatMap((one) => personIn(page, one))
        .concat(spaced(page, from, end))
    }),
  )
}

const isOfficePart = (words: string) => /[局厅委办处科室股站所院会队部]$|中心$/.test(words)

function personIn(page: PlainPage, one: Found): Found[] {
  const office = officePart.exec(one.value)?.[1]
  if (office && !isPersonName(one.value)) return nameBehind(page, one, one.value.slice(office.length))
  if (isUnitName(one.value) && one.value.length > 3) return []
  if (isPersonName(one.value) && one.value.length <= 4)
    return /^(?:电话|手机|传真|无|办公室|同志|先生|女士)$/.test(one.value)
      ? []
      : [{ ...one, confidence: 'labelled' }]
  const name = nameAtEnd(one.value.replace(/(?:同志|先生|女士|科长|主任|局长|股长)$/, ''))
  return name && one.value.length <= 24 ? nameBehind(page, one, name) : []
}

function nameBehind(page: PlainPage, { from, to }: Found, name: string): Found[] {
  const at = page.shape.slice(from, to).lastIndexOf(name)
  return at === -1 ? [{ value: name, from, to, confidence: 'likely' }] : [found(page, from + at, from + at + name.length, 'labelled')] // prettier-ignore
}

/** “严  冬”: one name set wide. */
function spaced(page: PlainPage, from: number, to: number): Found[] {
  const words = page.shape.slice(from, to).trim()
  return /^[\u3400-\u9fff]\s+[\u3400-\u9fff]$/.test(words) ? [found(page, from, to, 'labelled')] : []
}

/** Figures behind 电话 and 联系方式. Fax numbers and post codes are no contacts. */
export function contactPhones(page: PlainPage, values: Found[]): Found[] {
  return unique(
    values.flatMap(({ from, to }) => {
      const words = page.shape.slice(from, to)
      const stop = words.search(/传真|邮编|邮政编码/)
      return [...(stop === -1 ? words : words.slice(0, stop)).matchAll(phone)].map((match) =>
        found(page, from + match.index, from + match.index + match[0].length, 'labelled'),
      )
    }),
  )
}
