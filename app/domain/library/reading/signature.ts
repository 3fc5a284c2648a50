import { dayAlone, dayIn, type PrintedDay } from './dates'
import { found, type Found } from './found'
import type { Letter } from './letter'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { isSpamInName, isUnitName } from './units'

export type Signature = { issuer: Found | null; day: PrintedDay | null }

/** The contact block and the printer's line may stand above the signature. */
const notSigned =
  /^[(（]?(?:联\s*系|承\s*办\s*人|承办负责人|经办|电\s*话|传\s*真|邮\s*编|附件|领导签|签发)|印发|[:].*\d{6}/

const labelled = /^\s*(?:承办单位|办理单位|答复单位|落款|主办单位)\s*[:]\s*/

/** The name and the day under the text, as printed; several offices are one signature. */
export function signatureIn(page: PlainPage, { tail }: Letter): Signature {
  const end = tail.findIndex(({ text }) => /^[(（]?(?:抄\s*送|抄\s*报|主题词)/.test(text))
  const lines = (end === -1 ? tail : tail.slice(0, end)).filter(({ text }) => !notSigned.test(text))
  const day = lines.map((line) => dayOf(page, line)).find((one) => one !== null) ?? null
  return { issuer: nameIn(page, lines, day) ?? nameByLabel(page, tail), day }
}

function dayOf({ shape }: PlainPage, { from, to, text }: Line): PrintedDay | null {
  if (/印发|校对|共印|交办|发布|来源|时间/.test(text)) return null
  const alone = dayAlone(shape, from, to)
  if (alone) return alone
  const day = dayIn(shape, from, to)
  return day && isName(shape.slice(from, day.from)) && /^[\s()。]*$/.test(shape.slice(day.to, to))
    ? day
    : null
}

const isName = (words: string) => {
  const plain = words.replace(/\s+/g, '').replace(/\(?(?:盖?公?章|印章?)\)?$/, '')
  return (
    isUnitName(plain) ||
    (plain.length <= 40 && plain.length > 2 && isSpamInName(plain) && !/[。,:;!?]/.test(plain))
  )
}

function nameIn(page: PlainPage, lines: Line[], day: PrintedDay | null): Found | null {
  const named = lines.flatMap(({ from, to }, index) => {
    const until = day && day.from >= from && day.to <= to ? day.from : to
    return isName(page.shape.slice(from, until)) && !dayAlone(page.shape, from, until)
      ? [{ index, from, to: until }]
      : []
  })
  const names = named.filter(({ index }, n) => index - (named[0]?.index ?? 0) === n)
  const [first, last] = [names[0], names.at(-1)]
  if (!first || !last) return null
  const name = found(page, first.from, last.to)
  const words = page.shape.slice(name.from, name.to)
  const others = names.length > 1 && /[。,:]/.test(words) ? found(page, first.from, first.to) : name
  return { ...others, value: others.value.replace(/[（(](?:盖?公?章|印章?)[)）]$/, '') }
}

/** “承办单位：某某局” in the place of a signature. */
function nameByLabel(page: PlainPage, tail: Line[]): Found | null {
  const line = tail.find(({ text }) => labelled.test(text))
  if (!line) return null
  const lead = labelled.exec(line.text)?.[0].length ?? 0
  const name = /^[\u3400-\u9fff()、\s]+/.exec(line.text.slice(lead))?.[0] ?? ''
  return isUnitName(name.replace(/\s+/g, ''))
    ? found(page, line.from + lead, line.from + lead + name.length, 'labelled')
    : null
}
