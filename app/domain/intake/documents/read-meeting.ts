import type { SessionKind, Track } from '../../proposal/words-of-the-trade'

export type MeetingRead = { track: Track | null; term: number; session: number; start: number; end: number }

const digits = '零一二三四五六七八九'

/** 十七, 二十, 第7: 0 where it is no such number. */
export function numberOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const [, tens, units] = /^([一二三四五六七八九]?十)?([一二三四五六七八九])?$/.exec(text) ?? []
  if (!tens && !units) return 0
  const ten = tens ? (tens === '十' ? 1 : digits.indexOf(tens[0] ?? '')) : 0
  return ten * 10 + (units ? digits.indexOf(units) : 0)
}

const n = '([一二三四五六七八九十]{1,3}|\\d{1,2})'
const meeting = new RegExp(`第?\\s*${n}\\s*届([^届\\n\\t。；，]{0,24}?)第?\\s*${n}\\s*次(?:全体)?会议`, 'gu')

const trackOf = (around: string): Track | null => {
  const npc = /人大|人民代表大会/.test(around)
  const cppcc = /政协|政治协商/.test(around)
  return npc === cppcc ? null : npc ? 'npc' : 'cppcc'
}

/** The meeting a document names first: 政协第七届云汀市委员会第四次会议, 市十七届人大四次会议. */
export function readMeeting(text: string): MeetingRead | null {
  for (const match of text.matchAll(meeting)) {
    const [whole, term = '', , session = ''] = match
    const read = { term: numberOf(term), session: numberOf(session) }
    if (read.term < 1 || read.session < 1) continue
    const lineStart = Math.max(text.lastIndexOf('\n', match.index) + 1, match.index - 24)
    const end = match.index + whole.length
    return { ...read, track: trackOf(text.slice(lineStart, end)), start: match.index, end }
  }
  return null
}

type Counted = { value: Track; start: number; end: number; isClear: boolean }

/** Of which track the document is by its own words, where no meeting says so. */
export function readTrack(text: string): Counted | null {
  const npc = [
    ...text.matchAll(/人大代表|领衔代表|附议代表|联名代表|代表建议|人民代表大会|建议、批评和意见/g),
  ]
  const cppcc = [...text.matchAll(/政协委员|提案人|提案者|提案|政协|委员会议/g)]
  if (npc.length === cppcc.length) return null
  const [value, said] = npc.length > cppcc.length ? (['npc', npc] as const) : (['cppcc', cppcc] as const)
  const [first] = said
  if (!first) return null
  return {
    value,
    start: first.index,
    end: first.index + first[0].length,
    isClear: Math.min(npc.length, cppcc.length) === 0,
  }
}

export function readSession(text: string): { value: SessionKind; start: number; end: number } | null {
  const off = /闭会期间|闭会|平时提案|平时建议|会后提案/.exec(text)
  if (off) return { value: 'off_session', start: off.index, end: off.index + off[0].length }
  const plenary = /大会提案|大会建议|会议期间|大会期间/.exec(text)
  return plenary ? { value: 'plenary', start: plenary.index, end: plenary.index + plenary[0].length } : null
}
