import type { AskedPage } from './asked-page.server'

const sentences: Readonly<Record<string, string>> = {
  acknowledged: '已签收，主办单位看得到。请在期限前答复。',
  answered: '会办意见已送主办单位。',
  declined: '不予会办的理由已送主办单位。',
}

/** What was just done, as a sentence; null for anything the address makes up. */
export const doneWords = (done: string | null): string | null =>
  done !== null && Object.hasOwn(sentences, done) ? (sentences[done] ?? null) : null

type Standing = { tone: 'amber' | 'green' | 'blue'; sentence: string }

/** Where the request stands, when that is not simply “please answer”. */
export function standingNote({ state, reason, contact }: AskedPage): Standing | null {
  const said = reason ? `：${reason}` : ''
  if (state === 'returned') return { tone: 'amber', sentence: `主办单位请补充意见${said}` }
  if (state === 'answered')
    return { tone: 'blue', sentence: `意见已送到，等主办单位采纳。要改请联系${contact.name}退回后再填。` }
  if (state === 'accepted') return { tone: 'green', sentence: '主办单位已采纳我单位的意见，不用再办。' }
  if (state === 'disputed') return { tone: 'amber', sentence: '双方意见不一致，主办单位正在协调。' }
  if (state === 'resolved') return { tone: 'green', sentence: '意见已经协调一致，不用再办。' }
  if (state === 'declined') return { tone: 'blue', sentence: `我单位已说明不予会办${said}` }
  if (state === 'cancelled') return { tone: 'blue', sentence: `主办单位取消了这次会办${said}` }
  if (state === 'waived')
    return { tone: 'blue', sentence: '主办单位不再等这份意见，不用再办；仍要提的会存卷，不影响复函。' }
  if (state === 'filed')
    return { tone: 'green', sentence: '意见到时已不再等用，主办单位存卷备查，复函不因此改动。' }
  return null
}
