import { readBasis } from './basis-page'
import { secondCopyIn, withoutStretch } from './doubled'
import { looksLikeHtml, textOfHtml } from './html-text'
import { labelsOf, valuesOf, type LabelName } from './labels'
import { letterOf } from './letter'
import { linesOf, type Line } from './lines'
import { foreignLinks, foreignSigns } from './links'
import { maxPageLength, plainPage, placeOf, type PlainPage } from './plain-page'
import { readLetter } from './read-letter'
import { type Finding, type Reading, type Warning } from './reading'
import { isTitle, titleIn } from './title'
import { spamIn } from './spam'
import { traditionalShare } from './traditional'

/** A page of a government's site, pasted or saved, as fields with their places. Nothing in it is believed, run or fetched. */
export function readPage(source: string): Reading {
  const saved = looksLikeHtml(source) ? textOfHtml(source) : { text: source, links: [] }
  const html = { ...saved, text: saved.text.slice(0, maxPageLength) }
  const printed = plainPage(html.text)
  const copy = secondCopyIn(printed)
  const whole = copy === null ? printed : withoutStretch(printed, copy)
  const own = linesOf(whole)
  const letter = letterOf(whole, own)
  const findings = [...foreignLinks(html.links, whole), ...foreignSigns(whole)]
  const title = letter ? titleIn(whole, letter.head.length > 0 ? letter.head : own.slice(0, 1)) : null
  const isReply =
    letter !== null && (title !== null || letter.salutation !== null || hasCase(whole, letter.opening))
  if (!isReply || isListOfTitles(own)) return readBasis(whole, own, findings)
  const labels = labelsOf(whole)
  const labelled = (...names: LabelName[]) =>
    valuesOf(whole, labels, names, letterEnd(own, letter.tail.at(-1) ?? letter.body.at(-1)))
  const {
    reply,
    places,
    findings: found,
    references,
  } = readLetter({
    page: whole,
    lines: own,
    letter,
    title,
    labelled,
  })
  if (copy !== null)
    found.push({ code: 'DUPLICATED_TEXT', reason: '正文出现了两遍。', from: copy.from, to: copy.from })
  const spam = spamIn(whole, own)
  if (spam && !found.some(({ code }) => code === 'SPAM_ISSUER')) found.push(spam)
  if (traditionalShare(whole) > 0.03)
    found.push({ code: 'TRADITIONAL_TEXT', reason: '原文为繁体。', from: null, to: null })
  const all = [...found.map((one) => inSource(whole, one)), ...findings]
  reply.warnings = warningsOf(all)
  return { text: html.text, reply, places, findings: all, references, basis: null }
}

const letterEnd = (lines: Line[], last: Line | undefined) => last?.to ?? lines.at(-1)?.to ?? 0

const hasCase = ({ shape }: PlainPage, { from, to }: { from: number; to: number }) =>
  /(?:建议|提案|议案).{0,40}(?:收悉|已悉|答复如下|函复如下)/.test(shape.slice(from, to))

/** A directory of answers has their titles and no letter. */
const isListOfTitles = (lines: Line[]) =>
  lines.filter(({ text }) => isTitle(text.replace(/\s+/g, '').replace(/\[?\d{4}-\d{2}-\d{2}\]?$/, '')))
    .length >= 5

export const inSource = (page: PlainPage, finding: Finding): Finding => {
  if (finding.from === null || finding.to === null) return finding
  return { ...finding, ...placeOf(page, finding.from, finding.to) }
}

const order: Warning[] = ['SPAM_ISSUER', 'LOST_CHARACTERS', 'KIND_CONFLICT', 'SESSION_CONFLICT', 'ISSUER_CONFLICT', 'DUPLICATED_TEXT', 'DATE_AMBIGUOUS', 'NOT_A_REPLY', 'TRADITIONAL_TEXT'] // prettier-ignore

export const warningsOf = (findings: Finding[]): Warning[] =>
  order.filter((warning) => findings.some(({ code }) => code === warning))
