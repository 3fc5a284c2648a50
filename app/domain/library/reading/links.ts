import type { PlainPage } from './plain-page'
import type { Finding } from './reading'

const official =
  /(?:^|\.)gov\.cn$|(?:^|\.)(?:npc|cppcc|people|xinhuanet|news)\.cn$|(?:^|\.)(?:12371|people)\.cn$|^(?:bszs|zfwzgl)\./i
const address = /(?:https?|ftp):\/\/([A-Za-z0-9.-]{3,120})(?::\d{1,5})?[^\s"'<>）)]{0,300}/gi
const mostFindings = 20

/** Addresses outside the government's own domain, once for each host. They are kept as words and never opened. */
export function foreignLinks(links: { href: string; text: string }[], page: PlainPage): Finding[] {
  const inText = [...page.source.matchAll(address)].map((match) => ({
    host: match[1] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }))
  const inMarkup = links.flatMap(({ href }) =>
    [...href.matchAll(address)].map((match) => ({ host: match[1] ?? '', from: null, to: null })),
  )
  const seen = new Set<string>()
  return [...inText, ...inMarkup].flatMap(({ host, from, to }) => {
    const name = host.toLowerCase()
    if (official.test(name) || seen.has(name) || seen.size >= mostFindings) return []
    seen.add(name)
    return [{ code: 'FOREIGN_LINK' as const, reason: `指向政府网站以外的地址：${name}`, from, to }]
  })
}

const direction = /[\u202a-\u202e\u2066-\u2069]/

/** Signs that make text read other than it is written. */
export function foreignSigns({ source }: PlainPage): Finding[] {
  const at = source.search(direction)
  return at === -1
    ? []
    : [{ code: 'FOREIGN_SIGN', reason: '含有改变文字方向的控制符。', from: at, to: at + 1 }]
}
