import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import type { Finding } from './reading'
import { isSpamInName, spamBeforeOffice } from './units'

/** Lines in which a place, an office or 关于 should stand: an office's name alone, and everything up to 关于印发 or the like. */
const slot = /^(.{2,60}?)(?:办公室|人民政府|委员会|政协|人大)?\s*(?:关于|$)/
const reason = '单位名称或地名的位置上是无关的网站词语。'

/** Another site's name where a place or an office belongs, anywhere in the page. */
export function spamIn({ shape }: PlainPage, lines: Line[]): Finding | null {
  for (const { from, to, text } of lines) {
    const inside = spamBeforeOffice.exec(shape.slice(from, to))
    if (inside)
      return {
        code: 'SPAM_ISSUER',
        reason,
        from: from + inside.index,
        to: from + inside.index + inside[0].length,
      }
    const name =
      text.length < 90 && /关于(?:印发|转发|公布|做好)/.test(text) ? slot.exec(text)?.[1] : undefined
    if (name && isSpamInName(name)) return { code: 'SPAM_ISSUER', reason, from, to: from + name.length }
  }
  return null
}
