import { parse, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** Of a saved page: its words as lines, and its links as words. Nothing is run and nothing is fetched. */
export type PageText = { text: string; links: { href: string; text: string }[] }

const ignored = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'select',
  'textarea',
  'head',
  'canvas',
  'video',
  'audio',
])
const blocks = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'nav',
  'dl',
  'dt',
  'dd',
  'hr',
  'blockquote',
  'form',
  'pre',
  'center',
  'title',
  'body',
  'caption',
  'aside',
  'fieldset',
  'address',
  'tbody',
])
const mostNodes = 200_000
const deepest = 400
const mostLinks = 500

export const looksLikeHtml = (source: string): boolean =>
  /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(source.slice(0, 600)) ||
  (/<(?:body|div|table|p)[\s>]/i.test(source.slice(0, 20_000)) && /<\/(?:body|div|table|p)>/i.test(source))

/** The walk keeps its own stack: a page of a million open tags must not use up the program's. */
export function textOfHtml(source: string): PageText {
  const words: string[] = []
  const links: PageText['links'] = []
  const waiting: { node: Node; depth: number; isLeaving?: boolean }[] = [{ node: parse(source), depth: 0 }]
  for (let seen = 0; waiting.length > 0 && seen < mostNodes; seen += 1) {
    const { node, depth, isLeaving } = waiting.pop() ?? { node: null, depth: 0 }
    if (!node) break
    if (isLeaving) {
      words.push('\n')
      continue
    }
    if ('value' in node && node.nodeName === '#text') words.push(node.value.replace(/[\r\n\t]+/g, ' '))
    if (!('childNodes' in node) || depth > deepest) continue
    enter(node as Element, words, links)
    if (blocks.has(node.nodeName)) waiting.push({ node, depth, isLeaving: true })
    for (const child of childrenOf(node as Element).toReversed())
      waiting.push({ node: child, depth: depth + 1 })
  }
  return { text: tidy(words.join('')), links }
}

function enter(element: Element, words: string[], links: PageText['links']) {
  if (blocks.has(element.nodeName)) words.push('\n')
  if (element.nodeName === 'td' || element.nodeName === 'th') words.push(' | ')
  if (element.nodeName !== 'a' || links.length >= mostLinks) return
  const href = element.attrs?.find(({ name }) => name === 'href')?.value
  if (href) links.push({ href: href.slice(0, 500), text: plainText(element).slice(0, 200) })
}

const childrenOf = (element: Element): Node[] => {
  if (element.nodeName === 'head') return element.childNodes.filter(({ nodeName }) => nodeName === 'title')
  return ignored.has(element.nodeName) && element.nodeName !== 'head' ? [] : element.childNodes
}

const plainText = (element: Element): string =>
  element.childNodes
    .map((child) => ('value' in child && child.nodeName === '#text' ? child.value : ''))
    .join('')

const tidy = (text: string) =>
  text
    .replace(/[ \u00a0]{3,}/g, '  ')
    .replace(/^[ \t]*\|?[ \t]*$/gm, '')
    .replace(/^\s*\|\s*/gm, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
