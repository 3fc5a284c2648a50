import { found, type Found } from './found'
import type { PlainPage } from './plain-page'

const pairs: Record<string, string> = {
  '《': '》',
  '“': '”',
  '〈': '〉',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
}
const closing = new Set(Object.values(pairs))

/** What the case is about: inside the quotes, else from 关于 to 建议 or 提案. */
export function subjectIn(
  page: PlainPage,
  from: number,
  to: number,
  labelled: Found | undefined,
): Found | null {
  const quoted = quotedSubject(page, from, to)
  if (quoted && quoted.isWhole) return quoted.subject
  if (labelled) return unquoted(page, labelled)
  return quoted?.subject ?? plainSubject(page, from, to) ?? null
}

/** A catalogue prints the case's title with or without its brackets. */
function unquoted(page: PlainPage, { from, to }: Found): Found {
  const isQuoted = /^《[^《》]*》$/.test(page.shape.slice(from, to))
  return found(page, isQuoted ? from + 1 : from, isQuoted ? to - 1 : to, 'labelled')
}

function quotedSubject(
  page: PlainPage,
  from: number,
  to: number,
): { subject: Found; isWhole: boolean } | null {
  const words = page.shape.slice(from, to)
  const received = words.search(/收悉|已悉|答复如下|回复如下|函复如下/)
  for (let at = 0; at < words.length; at += 1) {
    if (received !== -1 && at > received) return null
    const open = words[at] ?? ''
    if (open === '》' || open === '”') return closedOnly(page, from, from + at)
    if (!(open in pairs)) continue
    const end = closes(words, at)
    if (end === null) return openOnly(page, from, at, words)
    if (!isSubject(words, at, end)) {
      at = end
      continue
    }
    const inner = innerQuote(words, at + 1, end)
    return { subject: found(page, from + inner[0], from + inner[1]), isWhole: true }
  }
  return null
}

/** A short quotation is no title, unless a number or a receipt follows it. */
const isSubject = (words: string, at: number, end: number) =>
  end - at > 7 ||
  /建议|提案|议案/.test(words.slice(at, end)) ||
  /^\s*(?:[(]|的?(?:建议|提案|议案))/.test(words.slice(end + 1))

/** 《“关于…的建议”》 and the like: the innermost title counts. */
function innerQuote(words: string, from: number, to: number): [number, number] {
  const inside = words.slice(from, to)
  const wrapped = /^[“"《](.*)[”"》]$/.exec(inside)
  return wrapped && !/[”"》].+[“"《]/.test(wrapped[1] ?? '') ? [from + 1, to - 1] : [from, to]
}

function closes(words: string, at: number): number | null {
  const stack = [pairs[words[at] ?? '']]
  for (let next = at + 1; next < words.length; next += 1) {
    const one = words[next] ?? ''
    if (one === stack.at(-1)) {
      stack.pop()
      if (stack.length === 0) return next
    } else if (one in pairs && one !== '"') stack.push(pairs[one])
    else if (closing.has(one)) return null
  }
  return null
}

/** The opening bracket was lost: from 关于 to the bracket that closes. */
function closedOnly(page: PlainPage, from: number, end: number) {
  const begin = page.shape.slice(from, end).search(/关于|《|“/)
  return begin === -1 ? null : { subject: found(page, from + begin, end, 'likely'), isWhole: false }
}

/** The closing bracket was lost, or quotes inside no longer pair: up to the outer bracket or the last 建议. */
function openOnly(page: PlainPage, from: number, at: number, words: string) {
  const close = words.indexOf(pairs[words[at] ?? ''] ?? '', at + 1)
  const last = /^.*?(?:建议|提案|议案)(?=》|”|\(|的?(?:建议|提案)|已?收悉|,)/.exec(words.slice(at + 1))?.[0]
    .length
  const end = close === -1 ? (last === undefined ? null : at + 1 + last) : close
  return end === null ? null : { subject: found(page, from + at + 1, from + end, 'likely'), isWhole: false }
}

const received =
  /(?:已经?|均已|现已)?(?:收悉|收到|转交|交由|交我|交办)|办理情况|,?现(?:就|将)?(?:有关|答复|函复|回复)|\(第?|答复如下/

/** Without quotes: 提出的关于…的建议(第3号)收悉. */
function plainSubject(page: PlainPage, from: number, to: number): Found | null {
  const words = page.shape.slice(from, to)
  const begin = words.search(/关于/)
  if (begin === -1) return null
  const rest = words.slice(begin)
  const until = rest.search(received)
  const sentence = until === -1 ? rest : rest.slice(0, until)
  const whole =
    /^.+(?:建议|提案|议案)/s.exec(sentence)?.[0].replace(/[,]?第?[A-Za-z]?\d+号(?:建议|提案|议案)$/, '') ??
    sentence
  return whole.length > 6 && whole.length < 160
    ? found(page, from + begin, from + begin + whole.replace(/[,\s]+$/, '').length)
    : null
}
