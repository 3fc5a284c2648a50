import { found, type Found } from './found'
import { numberOf, numeral } from './numerals'
import type { PlainPage } from './plain-page'

export type Session = { term: number; session: number; from: number; to: number }

const sessionPattern = new RegExp(`第?(${numeral}{1,4})届[^届次。;\\n]{0,18}?第?(${numeral}{1,3})次`, 'g')

/** 第十七届人民代表大会第二次, 市政协十二届四次, 十四届全国人大三次. */
export function sessionsIn(shape: string, from: number, to: number): Session[] {
  return [...shape.slice(from, to).matchAll(sessionPattern)].flatMap((match) => {
    const [term, session] = [numberOf(match[1] ?? ''), numberOf(match[2] ?? '')]
    const start = from + match.index
    return term && session && term < 60 && session < 20 ? [{ term, session, from: start, to: start + match[0].length }] : [] // prettier-ignore
  })
}

const figures = String.raw`(?:[〔\[(]?\d{4}[〕\])]?年?(?:第)?)?[A-Za-z]{0,4}-?\d[\dA-Za-z-]{0,14}(?:[、,和]第?\d{1,6}号?){0,3}`
const itemPatterns = [
  new RegExp(`第\\s*(${figures}|[A-Za-z]{0,3}\\d+)\\s*号`),
  new RegExp(`(?<![\\dA-Za-z〕\\])第-])(${figures})\\s*号(?!门|楼|院|路|线|文|公告|令|机)`),
  /第\s*([A-Za-z]{0,4}\d{1,8})\s*(?=建议|提案|议案)/,
  /(?:建议|提案|议案)(?:第|编号|号)?[:]?\s*([A-Za-z]{0,4}\d{1,10})(?!\d*[年月日])/,
  /第\s*([一二三四五六七八九十百〇零]{1,6})\s*号/,
]

/** The case's number as printed, without 第 and 号: a string, never a figure. */
export function itemIn(page: PlainPage, from: number, to: number): Found | null {
  const words = page.shape.slice(from, to)
  for (const pattern of itemPatterns) {
    const match = pattern.exec(words)
    if (!match?.[1]) continue
    const start = from + match.index + match[0].indexOf(match[1])
    const item = found(page, start, start + match[1].length)
    return { ...item, value: item.value.replace(/号$/, '') }
  }
  return null
}
