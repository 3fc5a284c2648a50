import type { PlainPage } from './plain-page'

/** How many of the page's Chinese characters are written otherwise in simplified script. */
export function traditionalShare({ printed, shape }: PlainPage): number {
  let [written, changed] = [0, 0]
  for (let at = 0; at < printed.length; at += 1) {
    const code = printed.charCodeAt(at)
    if (code < 0x3400 || code > 0x9fff) continue
    written += 1
    if (printed[at] !== shape[at]) changed += 1
  }
  return written < 20 ? 0 : changed / written
}
