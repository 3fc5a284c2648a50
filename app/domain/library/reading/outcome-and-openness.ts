import { found, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'

const alone = /^[([【]?\s*([A-D][1-4]?)\s*(?:类|级)?\s*[)\]】]?$/
const behindNumber = /(?:号|\d)\s*[([]?\s*([A-D][1-4]?)(?:类|\s*[)\]]|\s*$|\s)/
const inTitle = /\(([A-D][1-4]?)类?\)/
const word = /(?:^|[\s(:])([A-D][1-4]?)类(?:[)\s]|$)/

/** The letter as printed: beside the number, on its own line, behind a label, in the title. Ⅱ类 and B012 are something else. */
export function outcomeIn(
  page: PlainPage,
  labelled: Found[],
  head: Line[],
  title: Found | null,
): Found | null {
  for (const { from, to } of labelled) {
    const own = /^[([]?\s*([A-D][1-4]?)\s*(?:类|级)?\s*[)\]]?(?![\w])/.exec(page.shape.slice(from, to))
    if (own?.[1]) return placed(page, from, own[0], own[1], 'labelled')
  }
  for (const line of head)
    for (const pattern of patternsFor(line.text)) {
      const own = pattern.exec(line.text)
      if (own?.[1]) return placed(page, line.from + own.index, own[0], own[1], 'read')
    }
  const own = title && inTitle.exec(page.shape.slice(title.from, title.to))
  return own?.[1] && title ? placed(page, title.from + own.index, own[0], own[1], 'read') : null
}

const patternsFor = (text: string) =>
  text.length > 60 || /会议/.test(text)
    ? [alone]
    : /[〔[【(](?:19|20)\d/.test(text)
      ? [behindNumber, word]
      : [alone, word]

function placed(
  page: PlainPage,
  from: number,
  whole: string,
  mark: string,
  confidence: Found['confidence'],
): Found {
  const at = from + whole.indexOf(mark)
  return { ...found(page, at, at + mark.length, confidence), value: mark }
}

const open =
  /^[([【]?\s*((?:此件|此文|此复函|本件)?(?:主动公开|同意(?:对外)?公开|公开发布|依申请公开|不予公开|不宜公开|不公开|不同意公开|可以?公开|全文公开|摘要公开|建议公开|公开|宜公开|部分公开|同意全文公开|予以公开))\s*[)\]】]?$/
const besideClass = /(?:类|号)[\s)]*((?:同意(?:对外)?|主动|依申请|不予)公开|不公开)\s*$/

/** Whether the letter may be shown, in its own words. */
export function opennessIn(page: PlainPage, labelled: Found[], lines: Line[]): Found | null {
  const [value] = labelled.filter((one) => one.value.length <= 16 && !/[。]/.test(one.value))
  if (value) return value
  for (const line of lines) {
    const own = line.text.length < 40 ? (open.exec(line.text) ?? besideClass.exec(line.text)) : null
    if (own?.[1]) {
      const at = line.from + own.index + own[0].indexOf(own[1])
      return found(page, at, at + own[1].length)
    }
  }
  return null
}
