/** Characters no official text needs and XML or a reader's eye may stumble over: controls, direction marks, halves of pairs. */
const hidden = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/u
const everyHidden = new RegExp(hidden.source, 'gu')

export const hasHiddenCharacters = (text: string) => hidden.test(text)

/** A tab becomes a space; everything else that cannot be seen goes. */
export const withoutHiddenCharacters = (text: string) =>
  text.replaceAll('\t', ' ').replaceAll(everyHidden, '')

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** The lines of a text that say something, without hidden characters and without the indent and tail of each. */
export function linesOfText(text: string): string[] {
  return text
    .split(lineEnds)
    .map((line) => withoutHiddenCharacters(line).trim())
    .filter((line) => line !== '')
}

const unread = /<(script|style|head|title|template|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/gi
const comments = /<!--[\s\S]*?-->/g
const lineTags = /<\/?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|section|article|blockquote|hr|pre|dd|dt)\b[^>]*>/gi
const cellTags = /<\/t[dh]\s*>/gi
const otherTags = /<[/!?a-z][^>]*>/gi

/** Word wraps the source of its HTML inside Chinese sentences, where the break is no space. */
const wrappedBetweenHan =
  /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])[ \t]*\r?\n\s*(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu

const named = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['middot', '·'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['amp', '&'],
])

function characterOf(body: string): string {
  if (!body.startsWith('#')) return named.get(body) ?? `&${body};`
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10)
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
}

/** What a reader of the HTML would see, one block a line. Only text comes out: nothing is ever built from the tags. */
export function plainTextOfHtml(html: string): string {
  return html
    .replaceAll(comments, '')
    .replaceAll(unread, '')
    .replaceAll(wrappedBetweenHan, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(lineTags, '\n')
    .replaceAll(cellTags, ' ')
    .replaceAll(otherTags, '')
    .replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, (_, body: string) => characterOf(body))
}
